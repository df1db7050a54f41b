"""Addresses. Each app has its own; the front page is the desk."""

from django.contrib import admin
from django.urls import include, path

from apps.followups.desk_views import my_desk

urlpatterns = [
    path("", my_desk, name="desk"),
    path("dashboard/", include("apps.dashboards.urls")),
    path("documents/", include("apps.documents.urls")),
    path("review/", include("apps.obligations.urls")),
    path("", include("apps.reporting.urls")),
    path("obligations/", include("apps.followups.urls")),
    path("", include("apps.followups.flow_urls")),
    path("export/", include("apps.exports.urls")),
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("administration/", admin.site.urls),
]
