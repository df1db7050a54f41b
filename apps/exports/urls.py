"""Addresses of exports."""

from django.urls import path

from . import history_views, job_views, schedule_urls, views

app_name = "exports"
urlpatterns = [
    *schedule_urls.urlpatterns,
    path("schema/register.schema.json", views.schema, name="schema"),
    path("mandate-cycles.<str:format>", views.mandate_cycles, name="mandate-cycles"),
    path("", job_views.job_list, name="job-list"),
    path("job/<int:pk>/", job_views.job_detail, name="job"),
    path("job/<int:pk>/file/", job_views.job_file, name="job-file"),
    path("job/<int:pk>/cancel/", job_views.job_cancel, name="job-cancel"),
    path("job/<int:pk>/again/", job_views.job_again, name="job-again"),
    path("job/<int:pk>/delete/", job_views.job_delete, name="job-delete"),
    path("view/<int:pk>/<str:format>/", views.view, name="view"),
    path("history/<str:format>/", history_views.history, name="history"),
    path(
        "history/<str:kind>/<int:record>/<str:format>/",
        history_views.history_of_record,
        name="history-of",
    ),
    path("<str:register>/<str:format>/", views.register, name="register"),
]
