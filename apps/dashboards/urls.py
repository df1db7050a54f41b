"""Addresses of dashboards."""

from django.urls import path

from . import views

app_name = "dashboards"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("reading/", views.reading, name="reading"),
    path("by/<slug:by>/", views.breakdown, name="breakdown"),
]
