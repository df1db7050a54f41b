"""Addresses of the person's own account and of people."""

from django.urls import path

from . import account_views, people_views

app_name = "web"
urlpatterns = [
    path("account/", account_views.account, name="account"),
    path("account/theme/", account_views.theme, name="account-theme"),
    path("account/sessions/", account_views.session_list, name="session-list"),
    path("account/sessions/<int:pk>/end/", account_views.session_end, name="session-end"),
    path(
        "account/sessions/end-others/", account_views.session_end_others, name="session-end-others"
    ),
    path("language/", account_views.language, name="language"),
    path("invitation/<str:token>/", people_views.invitation, name="invitation"),
    path("people/", people_views.person_list, name="person-list"),
    path("people/invite/", people_views.person_invite, name="person-invite"),
    path("people/<int:pk>/", people_views.person_detail, name="person-detail"),
    path("people/<int:pk>/invite/", people_views.person_reinvite, name="person-reinvite"),
    path("people/<int:pk>/deactivate/", people_views.person_deactivate, name="person-deactivate"),
    path("people/<int:pk>/reactivate/", people_views.person_reactivate, name="person-reactivate"),
]
