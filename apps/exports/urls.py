"""Addresses of exports."""

from django.urls import path

from . import history_views, report_views, template_views, views

app_name = "exports"
urlpatterns = [
    path("export/mandate-cycles.xlsx", views.mandate_cycles, name="mandate-cycles"),
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
