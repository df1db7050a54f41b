"""Addresses of the history."""

from django.urls import path

from . import views

app_name = "history"
urlpatterns = [
    path("", views.change_list, name="change-list"),
    path("<str:kind>/<int:record>/", views.record, name="record"),
]
