"""Addresses of exports."""

from django.urls import path

from . import history_views, job_views, report_views, schedule_urls, template_views, views

app_name = "exports"
urlpatterns = [
    *schedule_urls.urlpatterns,
    path("export/schema/register.schema.json", views.schema, name="schema"),
    path("export/mandate-cycles.<str:format>", views.mandate_cycles, name="mandate-cycles"),
    path("export/", job_views.job_list, name="job-list"),
    path("export/job/<int:pk>/", job_views.job_detail, name="job"),
    path("export/job/<int:pk>/file/", job_views.job_file, name="job-file"),
    path("export/job/<int:pk>/cancel/", job_views.job_cancel, name="job-cancel"),
    path("export/job/<int:pk>/again/", job_views.job_again, name="job-again"),
    path("export/job/<int:pk>/delete/", job_views.job_delete, name="job-delete"),
    path("export/view/<int:pk>/<str:format>/", views.view, name="view"),
    path("export/history/<str:format>/", history_views.history, name="history"),
    path(
        "export/history/<str:kind>/<int:record>/<str:format>/",
        history_views.history_of_record,
        name="history-of",
    ),
    path("export/<str:register>/<str:format>/", views.register, name="register"),
    path("reports/", report_views.report, name="report"),
    path("reports/templates/", template_views.template_list, name="report-template-list"),
    path("reports/templates/<int:pk>/", template_views.template_file, name="report-template-file"),
    path(
        "reports/templates/<int:pk>/retire/",
        template_views.template_retire,
        name="report-template-retire",
    ),
    path("reports/<str:format>/", report_views.report_file, name="report-file"),
]
