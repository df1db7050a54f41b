"""Spanish wordings of citing: what is done with the document named after them."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Citing
from apps.reading.wording import Wording as W

WORDINGS = (
    W("asks-again", "requests", r"(?:reitera|reiterando|reafirma|reafirmando|renueva|repite)(?: una vez más| nuevamente| también)? (?:su|la|el) (?:\w+ )?(?:solicitud|petición|llamamiento|exigencia|pedido|exhortación|invitación)\b"),
    W("as-requested", "requests", r"(?:solicitad|pedid|exigid|requerid|dispuest)[oa]s? (?:en|por|de conformidad)\b|(?:como|según) (?:se )?(?:solicitó|pidió)|la (?:solicitud|petición) (?:formulada|contenida|que figura) en"),
    W("supersedes", "supersedes", r"(?:sustituye|sustituir|reemplaza|reemplazar|deroga|derogar|anula|anular|levanta|levantar|pone fin|poner fin|revoca|revocar)\b"),
    W("no-amendment", "keep", r"(?:en su forma )?(?:modificad|enmendad|prorrogad|renovad|ampliad|complementad|revisad)[oa]s?(?: y \w+)? (?:por|en|en virtud|mediante)\b"),
    W("amends", "amends", r"(?:modifica|modificar|enmienda|enmendar|revisa|revisar|complementa|complementar|amplía|ampliar)\b"),
    W("extends", "extends", r"(?:prorroga|prorrogar|renueva|renovar|prolonga|prolongar|extiende|mantiene|mantener)\b|(?:seguirán|continuarán) (?:siendo aplicables|aplicándose|en vigor)"),
    W("set-out", "keep", r"(?:establecid|cread|impuest|enunciad|definid|autorizad|previst|mencionad|indicad|descrit|expuest|encomendad|contenid|desplegad|estipulad)[oa]s? (?:por|en|de conformidad|en virtud|conforme|con arreglo|con)\b|que figuran? en"),
    W("pursuant", "pursuant-to", r"de conformidad con|en virtud de|en cumplimiento de|con arreglo a|conforme a|en aplicación de|sobre la base de|de acuerdo con|la aplicación de|actuando"),
    W("recalls", "recalls", r"record(?:ando|ar)\b|recuerda\b|reafirm(?:ando|a)\b|teniendo (?:presente|en cuenta)|consciente|guiad[oa] por|reiter(?:ando|a)\b"),
    W("notes", "cites", r"(?:observ|acog|destac|subray|reconoc|encomi)(?:ando|iendo)\b|tom(?:ando|a) nota|habiendo (?:examinado|estudiado|recibido|escuchado)|\b(?:observa|acoge|destaca|subraya|reconoce|encomia)\b"),
)

CITING = Citing(
    wordings=WORDINGS,
    resolution=r"\b(?:resoluci(?:ón|ones)|decisi(?:ón|ones))\b",
    before=r"(?:párrafos?|apartados?) <list>,? (?:supra )?(?:de la parte dispositiva )?(?:de |del |y )(?:la |su |sus |las |el anexo de )?(?:resoluci(?:ón|ones)|declaraci(?:ón|ones)|decisi(?:ón|ones)|informes?|notas?|cartas?)? ?\(?$",
    human_rights=r"consejo de derechos humanos",
    ranges=r"\ba\b|-|\bal\b",
)
