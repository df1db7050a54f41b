"""Addresses. Each app has its own; the front page is the desk."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from apps.followups.desk_views import my_desk

# Else a password alone would open what two-step sign-in closes.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("apps.web.urls")),
    path("", my_desk, name="desk"),
    path("dashboard/", include("apps.dashboards.urls")),
    path("documents/", include("apps.documents.urls")),
    path("review/", include("apps.obligations.urls")),
    path("", include("apps.reporting.urls")),
    path("obligations/", include("apps.followups.urls")),
    path("", include("apps.followups.notice_urls")),
    path("", include("apps.followups.flow_urls")),
    path("export/", include("apps.exports.urls")),
    path("exports/", RedirectView.as_view(pattern_name="exports:job-list")),
    # Our own page shows the sessions, and an administrator gives the address.
    path("accounts/sessions/", RedirectView.as_view(pattern_name="web:session-list")),
    path("accounts/email/", RedirectView.as_view(pattern_name="web:account")),
    path("history/", include("apps.history.urls")),
    path("accounts/", include("allauth.urls")),
    path("administration/", admin.site.urls),
]
