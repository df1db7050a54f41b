"""French wordings of citing: what is done with the document named after them."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Citing
from apps.reading.wording import Wording as W

WORDINGS = (
    W("asks-again", "requests", r"(?:réitère|réitérant|renouvelle|renouvelant|réaffirme|réaffirmant|rappelle|répète)(?: à nouveau| de nouveau| également)? (?:sa demande|son appel|son exigence|la demande|l'appel|son invitation)\b"),
    W("as-requested", "requests", r"(?:demandée?s?|prescrite?s?|exigée?s?|réclamée?s?|priée?s?) (?:dans|par|au|aux|à|en application)\b|(?:comme|ainsi que) (?:il l'a |il le lui a |elle l'a |l'a )?demandé|la demande (?:faite|formulée|énoncée|figurant) (?:dans|au|à)"),
    W("no-longer", "supersedes", r"(?:de )?ne (?:pas|plus) (?:reconduire|proroger|renouveler|maintenir)\b"),
    W("supersedes", "supersedes", r"(?:remplace|annule|abroge|lève|met fin|mettre fin|rapporte|dissout|remplacer|annuler|lever|abroger)\b"),
    W("no-amendment", "keep", r"(?:telles? que |tels? que )?(?:modifiée?s?|prorogée?s?|renouvelée?s?|reconduite?s?|complétée?s?|élargie?s?|révisée?s?)(?: et \w+)? (?:par|dans|en vertu|en application)\b"),
    W("amends", "amends", r"(?:modifie|amende|révise|complète|élargit|renforce|modifier|amender|réviser|compléter|élargir|renforcer)\b"),
    W("extends", "extends", r"(?:proroge|proroger|reconduit|reconduire|renouvelle|renouveler|prolonge|prolonger|maintient|maintenir)\b|(?:continuent|continuera|continueront) de s'appliquer|demeurent en vigueur"),
    W("set-out", "keep", r"(?:créée?s?|établie?s?|imposée?s?|énoncée?s?|définie?s?|autorisée?s?|prévue?s?|visée?s?|mentionnée?s?|instituée?s?|arrêtée?s?|décrite?s?|exposée?s?|confiée?s?|figurant|déployée?s?|fixée?s?) (?:par|dans|au|aux|à|en application|en vertu|conformément|sous)\b"),
    W("pursuant", "pursuant-to", r"en application|conformément|en vertu|en exécution|comme suite|au titre|sur la base|en conformité|suivant|l'application|mise en œuvre|agissant|au regard"),
    W("recalls", "recalls", r"rappel(?:ant|le|er)\b|réaffirm(?:ant|e)\b|ayant à l'esprit|gardant à l'esprit|consciente?|guidée? par|réitér(?:ant|e)\b"),
    W("notes", "cites", r"(?:not|constat|salu|soulign|reconnaiss)ant\b|accueill\w+|se félicit\w+|prenant note|prend note|prenant acte|prend acte|ayant (?:examiné|étudié|reçu|entendu)|\b(?:note|constate|salue|souligne|reconnaît)\b"),
)

CITING = Citing(
    wordings=WORDINGS,
    resolution=r"\b(?:résolutions?|décisions?)\b",
    before=r"(?:paragraphes?|alinéas?) <list>,? (?:ci-dessus |ci-après )?(?:du dispositif )?(?:de |des |du |d'|et )(?:la |sa |ses |cette |l'annexe (?:à|de) (?:la |sa ))?(?:résolutions?|déclarations?|décisions?|rapports?|notes?|lettres?)? ?\(?$",
    human_rights=r"conseil des droits de l'homme",
    ranges=r"\bà\b|-|\bau\b",
)
