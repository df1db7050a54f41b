"""Addresses of what waits between people: offers, findings to approve, links shared with others."""

from django.urls import path

from . import finding_views, handover_views, share_views

app_name = "flow"
urlpatterns = [
    path("handovers/", handover_views.handover_list, name="handover-list"),
    path("handovers/<int:pk>/accept/", handover_views.handover_accept, name="handover-accept"),
    path("handovers/<int:pk>/decline/", handover_views.handover_decline, name="handover-decline"),
    path(
        "handovers/<int:pk>/withdraw/", handover_views.handover_withdraw, name="handover-withdraw"
    ),
    path("findings/", finding_views.finding_list, name="finding-list"),
    path("findings/<int:pk>/approve/", finding_views.finding_approve, name="finding-approve"),
    path("findings/<int:pk>/send-back/", finding_views.finding_return, name="finding-return"),
    path("shares/", share_views.share_list, name="share-list"),
    path("shares/register/<str:register>/", share_views.share_register, name="share-register"),
    path("shares/<int:pk>/revoke/", share_views.share_revoke, name="share-revoke"),
    path("shared/<str:token>/", share_views.shared, name="shared"),
]
