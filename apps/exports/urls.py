"""Addresses of exports."""

from django.urls import path

from . import views

app_name = "exports"
urlpatterns = [path("<str:register>/<str:format>/", views.register, name="register")]
