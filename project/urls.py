"""Addresses. Each app has its own; the front page is the dashboard."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("apps.dashboards.urls")),
    path("documents/", include("apps.documents.urls")),
    path("review/", include("apps.obligations.urls")),
    path("", include("apps.reporting.urls")),
    path("obligations/", include("apps.followups.urls")),
    path("export/", include("apps.exports.urls")),
    path("history/", include("apps.history.urls")),
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("administration/", admin.site.urls),
]
