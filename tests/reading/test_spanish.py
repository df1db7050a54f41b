"""Spanish wordings: what must not be read comes first. All sentences are our own."""

import datetime as dt

import pytest

from apps.reading import read

ON = dt.date(2031, 3, 3)


def asks(text):
    return read(text, language="es", adopted=ON).asks


def only(text):
    found = asks(text)
    assert len(found) == 1, [ask.quote for ask in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Recordando que solicitó al Guardián que encendiera las lámparas,",
        "Instando al Guardián a que encienda las lámparas,",
        "3. Recuerda la solicitud de los marineros sobre las lámparas;",
        "3. Observa que las lámparas se encendieron a solicitud del Guardián;",
        "3. Acoge con beneplácito la invitación y la decisión del Guardián;",
        "3. Subraya que todas las partes deben mantener encendidas las lámparas;",
        "3. Decide condenar la oscuridad;",
        "3. Decide cambiar la denominación de las lámparas;",
        "3. Toma nota del Guardián, que exige una respuesta;",
        "3. Señala que la cuestión exige más cuidado;",
        "El Guardián habló de las lámparas y alienta a los marineros a cantar.",
        "Malta condena el ruido y lo exhorta a que cese.",
        "El Foro celebrará tres reuniones en el puerto.",
        "La Comisión Consultiva recomienda que se enciendan las lámparas.",
        "Recomienda que la Asamblea solicite al Secretario General que cante.",
        "Anexo\n1. Solicita al Guardián que encienda las lámparas.",
    ],
)
def test_what_asks_nothing_gives_no_ask(text):
    assert asks(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "verb_class"),
    [
        ("1. Solicita también al Guardián que cante;", "Solicita también", "requests"),
        ("1. Pide que se enciendan las lámparas;", "Pide que", "requests"),
        ("1. Exhorta a todas las partes a que canten;", "Exhorta", "calls-upon"),
        ("1. Insta encarecidamente a los Estados a cantar;", "Insta", "urges"),
        ("1. Exige que todas las partes cesen el ruido;", "Exige", "demands"),
        ("1. Insiste en que las partes cesen el ruido;", "Insiste", "demands"),
        ("1. Observa las lámparas e invita a los Estados a ayudar;", "invita", "invites"),
        ("1. Hace un llamamiento a los donantes para que ayuden;", "Hace un", "calls-upon"),
        ("1. Alienta a los Estados a que canten;", "Alienta", "encourages"),
        ("1. Recomienda que los Estados canten;", "Recomienda", "recommends"),
        ("1. Autoriza al Secretario General a actuar;", "Autoriza", "authorizes"),
        ("1. Reitera su llamamiento a las partes;", "Reitera su", "calls-upon"),
        ("1. Reitera su exigencia de que cese el ruido;", "Reitera su", "demands"),
        ("1. Expresa su intención de volver a examinar las lámparas;", "Expresa su", "intends"),
        ("1. Reafirma su disposición a actuar;", "Reafirma su", "intends"),
        ("1. Decide seguir ocupándose de la cuestión.", "Decide seguir", "intends"),
        ("1. Aguarda con interés el informe del Guardián;", "Aguarda", "expects"),
        ("1. Decide que la Misión cantará;", "Decide que", "decides"),
        ("1. Decide prorrogar el mandato de la Misión;", "Decide", "decides"),
        ("1. Se invita a los Estados a que canten;", "Se invita", "invites"),
        ("1. Exhortamos a los Estados a que canten;", "Exhortamos", "calls-upon"),
        ("8 Insta a los Estados a que canten;", "Insta a", "urges"),
        ("Llamamos a los marineros a que canten.", "Llamamos", "calls-upon"),
        ("1. Conmina a las partes a que callen;", "Conmina", "urges"),
        ("El Foro Permanente recomienda que los Estados canten.", "recomienda", "recommends"),
        ("El Comité insta al Estado parte a que cante.", "insta", "urges"),
        ("Reconociendo la niebla, el Consejo pide a los Estados que canten.", "pide", "requests"),
        (
            "1. Reitera la solicitud que formuló a los Estados de que canten;",
            "Reitera la",
            "requests",
        ),
        ("1. Decide organizar una reunión sobre las lámparas;", "Decide", "intends"),
        (
            "«El Consejo observa eso. Además, alienta a los Estados a cantar.",
            "Además",
            "encourages",
        ),
    ],
)
def test_an_ask_begins_at_its_verb_phrase_and_has_its_class(text, start, verb_class):
    ask = only(text)

    assert ask.quote.startswith(start)
    assert ask.verb_class == verb_class


def test_a_pronoun_before_the_verb_stands_for_those_mentioned_before():
    found = asks("1. Solicita al Secretario General que cante y lo invita a bailar;")

    assert [ask.addressees for ask in found] == [("secretary-general",)] * 2


def test_items_with_verbs_of_their_own_are_asks_and_the_opening_verb_is_none():
    found = asks(
        "1. Decide:\na) Exhortar a las partes a que canten;\n"
        "b) Solicitar al Secretario General que baile;"
    )

    assert [ask.verb_class for ask in found] == ["calls-upon", "requests"]
    assert [ask.paragraph for ask in found] == ["1 (a)", "1 (b)"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Solicita al Secretario General que cante;", {"secretary-general"}),
        ("Exhorta a las partes en el conflicto a que cesen;", {"parties"}),
        ("Insta al Gobierno del Chad y a los grupos armados a que cesen;", {"named-state", "parties"}),
        ("Insta a Benin a que cante;", {"named-state"}),
        ("Invita al UNICEF, el ACNUR y las organizaciones regionales a ayudar;", {"un-system", "regional-orgs"}),
        ("Exhorta a los Estados, en coordinación con la Unión Africana, a que canten;", {"member-states"}),
        ("Pide la liberación de todas las lámparas;", {"unstated"}),
        ("Alienta la participación de los Estados Miembros en la labor;", {"member-states"}),
        ("Solicita al Comité que se reúna;", {"subsidiary-body"}),
        ("Decide prorrogar el mandato de la Misión;", {"mission"}),
        ("Decide prorrogar el mandato del Grupo de Expertos;", {"subsidiary-body"}),
        ("Decide prorrogar las medidas;", {"unstated"}),
        ("Decide que todos los Estados deberán cantar;", {"member-states"}),
        ("Decide seguir ocupándose de la cuestión;", {"council"}),
        ("Aguarda con interés información sobre las lámparas de la Oficina;", {"unstated"}),
        ("Alienta la colaboración con la Unión Europea, así como las instituciones del puerto;", {"unstated"}),
        ("Decide establecer una Oficina Regional de Lámparas en la División de Faros de la Secretaría;", {"secretariat"}),
        ("Decide consignar la suma de diez dólares para la Misión;", {"unstated"}),
        ("Autoriza a los miembros del Comité, a la espera de la Asamblea General, a cantar;", {"subsidiary-body"}),
        ("Insta al Departamento de Faros y Puertos y los Estados Miembros a que canten;", {"secretariat", "member-states"}),
        ("Solicita al Departamento que cante;", {"secretariat"}),
        ("Solicita a la Oficina de las Naciones Unidas contra la Droga y el Delito que cante;", {"secretariat"}),
        ("Solicita al Alto Comisionado de las Naciones Unidas para los Refugiados que cante;", {"un-system"}),
        ("Solicita al Director Ejecutivo del Programa de las Naciones Unidas para los Faros que cante;", {"un-system"}),
        ("Invita a las organizaciones del sistema de las Naciones Unidas y a los grupos principales a cantar;", {"un-system", "others"}),
        ("Invita a los bancos regionales de desarrollo a cantar;", {"un-system"}),
        ("Invita a las organizaciones internacionales y regionales a cantar;", {"others", "regional-orgs"}),
        ("Solicita al Secretario General de la Comunidad del Caribe que cante;", {"regional-orgs"}),
        ("Invita a los órganos creados en virtud de tratados y los procedimientos especiales a cantar;", {"subsidiary-body"}),
        ("Alienta a la Dependencia a que cante;", {"subsidiary-body"}),
        ("Alienta a la Mesa de la Comisión a que cante;", {"subsidiary-body"}),
        ("Invita a la Unión Interparlamentaria y a las universidades a que canten;", {"others"}),
        ("Alienta a los Estados Miembros y otros, según proceda, a que canten;", {"member-states", "others"}),
        ("Alienta a los gobiernos y a otras partes interesadas a que canten;", {"member-states", "others"}),
        ("Alienta a las Partes y a otros a que canten;", {"member-states", "others"}),
        ("Insta a las partes de Malta y todos los Estados a que canten;", {"parties", "member-states"}),
        ("Insta al Gobierno de la República Democrática del Congo y a la MONUSCO a que canten;", {"named-state", "mission"}),
        ("Recomienda que en la segunda Conferencia sobre los Faros se cante;", {"others"}),
        ("Decide que, por un período de un año, todos los Estados deberán cantar;", {"member-states"}),
        ("Decide que, por un año a partir de la fecha, todos los Estados deberán cantar;", {"member-states"}),
        ("Recomienda que el PNUD elabore un canto sobre los niños y los jóvenes;", {"un-system"}),
        ("Encomia al Secretario General por cantar en toda la Organización y le solicita que siga;", {"secretary-general"}),
    ],
)  # fmt: skip
def test_who_is_to_act_is_read_without_those_beside_them(text, codes):
    assert set(only("1. " + text).addressees) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("que cante según las recomendaciones que figuran en su informe;", set()),
        (
            "que encienda las lámparas, teniendo en cuenta las observaciones de los marineros;",
            set(),
        ),
        ("que cante con la información recibida de los marineros;", set()),
        ("que informe al Consejo sobre las lámparas;", {"report"}),
        ("que tenga en cuenta las mareas y que la informe al respecto;", {"report"}),
        ("que informe a sus miembros, con recomendaciones;", {"report", "recommendations"}),
        ("que prepare un estudio y lo presente al Consejo;", {"report"}),
        ("que presente un informe oral;", {"briefing"}),
        ("que presente una propuesta detallada sobre las lámparas;", {"recommendations"}),
        ("que lo mantenga informado de las lámparas;", {"report"}),
        ("que presente oralmente al Consejo lo ocurrido;", {"briefing"}),
        ("que presente un informe con recomendaciones;", {"report", "recommendations"}),
        ("que le presente propuestas;", {"recommendations"}),
    ],
)
def test_what_must_come_back_is_read(text, codes):
    assert set(only("1. Solicita al Secretario General " + text).deliverable) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("que cante la tormenta del 4 de mayo de 2030;", set()),
        ("que cante para proteger rápidamente las lámparas;", set()),
        ("que aplique la escala de cuotas para 2033;", set()),
        ("que cante, cuando planifique las lámparas;", set()),
        ("que aplique la Convención sobre Ayuda en caso de Accidente de Faro;", set()),
        ("que pida al Comité que, en su 18º período de sesiones, cante;", set()),
        ("que le informe a más tardar el 4 de mayo de 2031;", {"by:2031-05-04"}),
        (
            "que cante en la primera parte de la continuación de su octogésimo primer período de sesiones;",
            {"session:81"},
        ),
        (
            "que lo incluya en el programa provisional de su octogésimo primer período de sesiones;",
            {"session:81"},
        ),
        ("que cante antes de que expire su mandato;", {"before-expiry:P0D"}),
        ("que encienda las lámparas a la brevedad;", {"asap"}),
        ("que le informe una vez al año;", {"every:P1Y"}),
        ("que le informe antes del 4 de febrero;", {"by:2032-02-04"}),
        ("que le informe antes de fines de junio de 2031;", {"by:2031-06-30"}),
        ("que le informe en un plazo de noventa días;", {"within:P90D"}),
        ("que le informe cada seis meses;", {"every:P6M"}),
        ("que le informe anualmente;", {"every:P1Y"}),
        ("que lo mantenga informado;", {"regular"}),
        ("que le informe treinta días antes de que expire el mandato;", {"before-expiry:P30D"}),
        (
            "que le informe en su octogésimo primer período de sesiones;",
            {"session:81"},
        ),
        ("que encienda las lámparas sin demora;", {"asap"}),
        ("que en su próximo informe trate de las lámparas;", {"series"}),
    ],
)
def test_when_it_is_due_is_read(text, codes):
    assert set(only("1. Solicita al Secretario General " + text).timing) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("por un período de dos meses, hasta el 3 de mayo de 2031;", {"for:P2M", "until:2031-05-03"}),
        ("por seis meses;", {"for:P6M"}),
        ("hasta el 3 de mayo de 2031;", {"until:2031-05-03"}),
    ],
)  # fmt: skip
def test_a_mandate_runs_for_a_period_and_until_a_day(text, codes):
    ask = only("1. Decide prorrogar el mandato de la Misión " + text)

    assert set(ask.timing) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("que consulte a los Estados;", set()),
        ("que cante, según proceda;", {"as-appropriate"}),
        ("que cante dentro de los límites de los recursos existentes;", {"within-resources"}),
        ("que cante, en consulta con los Estados;", {"in-consultation"}),
        ("que cante cuando sea necesario;", {"as-necessary"}),
    ],
)
def test_reservations_are_read(text, codes):
    assert set(only("1. Solicita al Secretario General " + text).qualifiers) == codes


def test_the_day_of_adoption_and_the_organ_are_read():
    text = (
        "Aprobada por el Consejo de Seguridad el 3 de marzo de 2031\n\n"
        "El Consejo de Seguridad,\n\n1. Solicita a los Estados que canten.\n"
    )
    head = read(text).masthead

    assert (head.language, head.organ, head.adopted) == ("es", "council", ON)
