from django.contrib import admin

from .models import Actor, ActorName


class ActorNameInline(admin.TabularInline):
    model = ActorName
    fields = ["language", "kind", "text"]
    extra = 0


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):
    list_display = ["key", "acronym", "name_en", "kind", "is_active"]
    list_filter = ["kind", "is_active"]
    search_fields = ["key", "names__text"]
    autocomplete_fields = ["parent"]
    inlines = [ActorNameInline]
