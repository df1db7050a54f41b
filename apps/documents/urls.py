"""Addresses of documents."""

from django.urls import path

from . import views

app_name = "documents"
urlpatterns = [
    path("", views.document_list, name="document-list"),
    path("add/", views.document_add, name="document-add"),
    path("<int:pk>/", views.document_detail, name="document-detail"),
    path("<int:pk>/edit/", views.document_edit, name="document-edit"),
    path("texts/<int:pk>/file/", views.text_file, name="text-file"),
]
