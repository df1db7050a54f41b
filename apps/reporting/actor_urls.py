"""Addresses of actors."""

from django.urls import path

from . import actor_views

app_name = "actors"
urlpatterns = [
    path("", actor_views.actor_list, name="actor-list"),
    path("<int:pk>/", actor_views.actor_detail, name="actor-detail"),
]
