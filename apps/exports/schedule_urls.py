"""Addresses of schedules, below those of exports."""

from django.urls import path

from . import schedule_views as views

urlpatterns = [
    path("schedules/", views.schedule_list, name="schedule-list"),
    path("schedules/add/", views.schedule_add, name="schedule-add"),
    path("schedules/dates/", views.schedule_dates, name="schedule-dates"),
    path("schedules/<int:pk>/", views.schedule_detail, name="schedule-detail"),
    path("schedules/<int:pk>/edit/", views.schedule_edit, name="schedule-edit"),
    path("schedules/<int:pk>/act/", views.schedule_act, name="schedule-act"),
    path("schedules/<int:pk>/delete/", views.schedule_delete, name="schedule-delete"),
]
