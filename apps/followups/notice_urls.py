"""Addresses of notices, watches, own reminders and mail."""

from django.urls import path

from . import mail_views, notice_views, reminder_views

app_name = "notices"
urlpatterns = [
    path("notices/", notice_views.notice_list, name="notice-list"),
    path("notices/read/", notice_views.notice_read_all, name="notice-read-all"),
    path("notices/<int:pk>/", notice_views.notice_open, name="notice-open"),
    path("notices/<int:pk>/read/", notice_views.notice_read, name="notice-read"),
    path("obligations/<int:pk>/watch/", reminder_views.obligation_watch, name="obligation-watch"),
    path(
        "obligations/<int:pk>/remind/", reminder_views.obligation_remind, name="obligation-remind"
    ),
    path("reminders/", reminder_views.reminder_list, name="reminder-list"),
    path("reminders/<int:pk>/", reminder_views.reminder_change, name="reminder-change"),
    path("reminders/<int:pk>/done/", reminder_views.reminder_done, name="reminder-done"),
    path("mail/", mail_views.mail_list, name="mail-list"),
    path("mail/<int:pk>/again/", mail_views.mail_again, name="mail-again"),
]
