"""Addresses of the review."""

from django.urls import path

from .views import acts, screen

app_name = "obligations"
urlpatterns = [
    path("", screen.review_list, name="review-list"),
    path("<int:document>/", screen.review, name="review"),
    path("<int:document>/read/", screen.read, name="read"),
    path("<int:document>/add/", acts.add, name="add"),
    path("asks/<int:pk>/", acts.card, name="card"),
    path("asks/<int:pk>/accept/", acts.accept, name="accept"),
    path("asks/<int:pk>/reject/", acts.reject, name="reject"),
    path("asks/<int:pk>/edit/", acts.edit, name="edit"),
    path("asks/<int:pk>/split/", acts.split, name="split"),
    path("asks/<int:pk>/merge/", acts.merge, name="merge"),
    path("asks/<int:pk>/undo/", acts.undo, name="undo"),
]
