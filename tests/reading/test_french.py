"""French wordings: what must not be read comes first. All sentences are our own."""

import datetime as dt

import pytest

from apps.reading import read

ON = dt.date(2031, 3, 3)


def asks(text):
    return read(text, language="fr", adopted=ON).asks


def only(text):
    found = asks(text)
    assert len(found) == 1, [ask.quote for ask in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Rappelant qu'il a demandé au Gardien d'allumer les lampes,",
        "Priant le Gardien d'allumer les lampes,",
        "3. Rappelle la demande que les marins lui ont faite d'allumer les lampes ;",
        "3. Prend note de la demande tendant à ce que les lampes soient allumées ;",
        "3. Note que les lampes ont été allumées à la demande du Gardien ;",
        "3. Se félicite de l'invitation et de la décision du Gardien ;",
        "3. Réaffirme sa volonté de voir la paix régner sur les lampes ;",
        "3. Souligne que toutes les parties doivent garder les lampes allumées ;",
        "3. Décide de condamner l'obscurité ;",
        "3. Appelle l'attention des marins sur les lampes ;",
        "3. Note l'intention du Gardien de chanter ;",
        "3. Prend note de la résolution dans laquelle il demande au Gardien de chanter ;",
        "3. Constate que la question demande une réponse ;",
        "Le Gardien a parlé des lampes et encourage les marins à chanter.",
        "Annexe\n1. Prie le Gardien d'allumer les lampes.",
        "3. Souligne que le Gardien doit garder le port ouvert et crée un climat propice au chant ;",
    ],
)
def test_what_asks_nothing_gives_no_ask(text):
    assert asks(text) == ()


@pytest.mark.parametrize(
    ("text", "start", "verb_class"),
    [
        ("1. Prie également le Gardien de chanter ;", "Prie également", "requests"),
        ("1. Demande à toutes les parties de s'arrêter ;", "Demande", "calls-upon"),
        ("1. Demande que les lampes soient allumées ;", "Demande que", "requests"),
        ("1. Prie instamment les États de chanter ;", "Prie instamment", "urges"),
        ("1. Demande instamment aux États de chanter ;", "Demande instamment", "urges"),
        ("1. Engage les parties à chanter ;", "Engage", "urges"),
        ("1. Exhorte de nouveau les parties à chanter ;", "Exhorte", "urges"),
        ("1. Exige que toutes les parties cessent le bruit ;", "Exige", "demands"),
        ("1. Se félicite des lampes et invite les États à aider ;", "invite", "invites"),
        ("1. Appelle toutes les parties à s'arrêter ;", "Appelle", "calls-upon"),
        ("1. Lance un appel aux donateurs ;", "Lance un appel", "calls-upon"),
        ("1. Encourage vivement les États à chanter ;", "Encourage vivement", "encourages"),
        ("1. Recommande que les États chantent ;", "Recommande", "recommends"),
        ("1. Autorise le Secrétaire général à agir ;", "Autorise", "authorizes"),
        ("1. Réitère son appel aux parties ;", "Réitère son appel", "calls-upon"),
        ("1. Se déclare disposé à agir ;", "Se déclare disposé", "intends"),
        ("1. Entend revoir les lampes ;", "Entend", "intends"),
        ("1. Exprime son intention de revoir les lampes ;", "Exprime son intention", "intends"),
        ("1. Décide de rester activement saisi des lampes.", "Décide de rester", "intends"),
        ("1. Attend avec intérêt le rapport du Gardien ;", "Attend", "expects"),
        ("1. Décide que la Mission devra chanter ;", "Décide que", "decides"),
        ("1. Décide de proroger le mandat de la Mission ;", "Décide", "decides"),
        ("« Le Conseil note cela. Il encourage les États à chanter.", "encourage", "encourages"),
        ("« Le Conseil continuera de suivre les lampes.", "continuera", "intends"),
        ("1. Se déclare résolu par conséquent à agir ;", "Se déclare résolu", "intends"),
        ("1. Se déclare de nouveau prêt, si besoin est, à agir ;", "Se déclare", "intends"),
        ("1. Espère que le Gardien l'informera du départ des bateaux ;", "Espère", "expects"),
        (
            "Sachant la mer haute, le Conseil demande au Gardien de chanter.",
            "demande",
            "calls-upon",
        ),
        ("« Le Conseil de sécurité, notant cela, engage les parties à chanter.", "engage", "urges"),
    ],
)
def test_an_ask_begins_at_its_verb_phrase_and_has_its_class(text, start, verb_class):
    ask = only(text)

    assert ask.quote.startswith(start)
    assert ask.verb_class == verb_class


def test_a_pronoun_before_the_verb_stands_for_those_mentioned_before():
    found = asks(
        "1. Prie le Secrétaire général de chanter et l'invite à danser ;\n"
        "2. Se félicite du retour des parties et leur demande, ainsi qu'aux États, de chanter ;"
    )

    assert [set(ask.addressees) for ask in found] == [
        {"secretary-general"},
        {"secretary-general"},
        {"parties", "member-states"},
    ]


def test_items_with_verbs_of_their_own_are_asks_and_the_opening_verb_is_none():
    found = asks(
        "1. Décide :\na) D'engager les parties à chanter ;\n"
        "b) De prier le Secrétaire général de danser ;"
    )

    assert [ask.verb_class for ask in found] == ["urges", "requests"]
    assert [ask.paragraph for ask in found] == ["1 (a)", "1 (b)"]


def test_an_aside_may_stand_before_the_list_of_asks():
    found = asks(
        "1. Décide, au vu de la hauteur des vagues :\na) De reconduire les mesures du port ;\n"
        "b) D'exiger que les États allument les lampes ;"
    )

    assert [ask.verb_class for ask in found] == ["decides", "demands"]


def test_a_page_header_over_three_lines_is_no_text():
    ask = only(
        "1. Prie le Secrétaire général de garder\n\nRésolutions adoptées et décisions\n"
        "prises par le Conseil de sécurité du 2 mai 2030 au 30 avril\n2031\n\n"
        "les lampes du port et de lui faire rapport ;"
    )

    assert set(ask.deliverable) == {"report"}


def test_a_line_that_begins_like_a_page_header_is_text():
    (paragraph,) = read(
        "1. Prie le Secrétaire général d'éteindre les lampes que nomment les décisions\n"
        "prises par le Conseil de sécurité en vertu de la Charte\n"
        "et de lui faire rapport avant le 4 mai 2031 ;"
    ).paragraphs

    assert "prises par le Conseil de sécurité en vertu de la Charte et" in paragraph.text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Prie le Secrétaire général de chanter ;", {"secretary-general"}),
        ("Demande aux parties au conflit de s'arrêter ;", {"parties"}),
        ("Engage le Gouvernement tchadien et les groupes armés à chanter ;", {"named-state", "parties"}),
        ("Demande au Tchad de chanter ;", {"named-state"}),
        ("Invite l'UNICEF, le HCR et les organisations régionales à aider ;", {"un-system", "regional-orgs"}),
        ("Prie les États, en coopération avec l'Union africaine, de chanter ;", {"member-states"}),
        ("Demande la libération de toutes les lampes ;", {"unstated"}),
        ("Encourage la participation des États Membres aux travaux menés par le Comité ;", {"member-states"}),
        ("Prie le Comité de se réunir ;", {"subsidiary-body"}),
        ("Décide de proroger le mandat de la Mission ;", {"mission"}),
        ("Décide de proroger le mandat du Groupe d'experts ;", {"subsidiary-body"}),
        ("Décide que les mesures prendront fin ;", {"unstated"}),
        ("Décide que tous les États devront chanter ;", {"member-states"}),
        ("Décide de rester saisi de la question ;", {"council"}),
        ("Prie les autorités compétentes et la société civile de chanter ;", {"named-state", "others"}),
        ("Encourage la collaboration avec les institutions du port ;", {"unstated"}),
        ("Demande une nouvelle fois aux parties qui chantent comme le Secrétaire général de danser ;", {"parties"}),
        ("Prie le Secrétaire général de l'Organisation des Nations Unies de chanter ;", {"secretary-general"}),
        ("Prie le Secrétaire général de la Ligue des États arabes de chanter ;", {"regional-orgs"}),
        ("Prie le Département de l'information et les missions de maintien de la paix de chanter ;", {"secretariat", "mission"}),
        ("Invite les organes conventionnels et les titulaires de mandat à chanter ;", {"subsidiary-body"}),
        ("Invite les États, la FAO, le FIDA et les grands groupes à chanter ;", {"member-states", "un-system", "others"}),
        ("Engage les États Membres et d'autres, selon qu'il conviendra, à chanter ;", {"member-states", "others"}),
        ("Engage les forces turques et le camp chypriote à chanter ;", {"named-state", "parties"}),
        ("Demande instamment à ces deux États de chanter ;", {"named-state"}),
        ("Demande à tous les Membres de chanter ;", {"member-states"}),
        ("Demande aux mouvements qui ne chantent pas de danser ;", {"parties"}),
        ("Attend avec intérêt de recevoir du Secrétaire général le plan du port ;", {"secretary-general"}),
    ],
)  # fmt: skip
def test_who_is_to_act_is_read_without_those_beside_them(text, codes):
    assert set(only("1. " + text).addressees) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("de chanter comme il l'a proposé dans son rapport du 4 mai 2030 ;", set()),
        ("de faire largement connaître les lampes ;", set()),
        ("de lui rendre compte des lampes ;", {"report"}),
        ("de le tenir informé des lampes ;", {"report"}),
        ("de présenter un exposé oral au Conseil ;", {"briefing"}),
        ("de lui présenter un rapport contenant des recommandations ;", {"report", "recommendations"}),
        ("de lui soumettre des propositions ;", {"recommendations"}),
        ("de faire participer les marins au chant ;", set()),
        ("de se rendre au port et de renforcer l'échange d'informations ;", set()),
        ("de le saisir, avant la tempête, de recommandations ;", {"recommendations"}),
        ("de lui présenter une proposition sur le port ;", {"recommendations"}),
        ("de lui faire part de ses vues et de ses recommandations ;", {"report", "recommendations"}),
        ("de tenir le Comité créé par la résolution 7 (2030) informé ;", {"report"}),
    ],
)  # fmt: skip
def test_what_must_come_back_is_read(text, codes):
    assert set(only("1. Prie le Secrétaire général " + text).deliverable) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("de chanter la tempête du 4 mai 2030 ;", set()),
        ("de chanter pour protéger rapidement les lampes ;", set()),
        ("de lui faire rapport d'ici au 4 mai 2031 ;", {"by:2031-05-04"}),
        ("de lui faire rapport le 1er juin 2031 au plus tard ;", {"by:2031-06-01"}),
        ("de lui faire rapport avant le 4 février ;", {"by:2032-02-04"}),
        ("de lui faire rapport avant la fin de juin 2031 ;", {"by:2031-06-30"}),
        ("de lui faire rapport dans un délai de quatre-vingt-dix jours ;", {"within:P90D"}),
        ("de lui faire rapport tous les six mois ;", {"every:P6M"}),
        ("de lui faire rapport tous les cent vingt jours ;", {"every:P120D"}),
        ("de lui faire rapport chaque année ;", {"every:P1Y"}),
        ("de le tenir informé ;", {"regular"}),
        (
            "de lui faire rapport trente jours au plus tard avant l'expiration du mandat ;",
            {"before-expiry:P30D"},
        ),
        ("de lui faire rapport à sa quatre-vingt-unième session ;", {"session:81"}),
        ("d'allumer les lampes sans délai ;", {"asap"}),
        ("d'aborder les lampes dans son prochain rapport ;", {"series"}),
        ("d'allumer les lampes comme il est proposé dans son rapport ;", set()),
        ("de financer les programmes d'urgence du port ;", set()),
        ("de financer l'exercice biennal du port ;", set()),
        ("de chanter afin que les lampes soient rapidement allumées ;", set()),
        ("de chanter s'il l'estime nécessaire ;", set()),
        ("de chanter d'urgence ;", {"asap"}),
        ("d'annexer à son rapport la liste des lampes ;", {"series"}),
        ("de chanter, une fois le port ouvert et celui-ci constitué ;", set()),
        ("de danser, une fois celui-ci constitué ;", {"event"}),
    ],
)
def test_when_it_is_due_is_read(text, codes):
    assert set(only("1. Prie le Secrétaire général " + text).timing) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("pour deux mois, jusqu'au 3 mai 2031 ;", {"for:P2M", "until:2031-05-03"}),
        ("pour une période de six mois ;", {"for:P6M"}),
        ("jusqu'au 3 mai 2031 ;", {"until:2031-05-03"}),
    ],
)
def test_a_mandate_runs_for_a_period_and_until_a_day(text, codes):
    ask = only("1. Décide de proroger le mandat de la Mission " + text)

    assert set(ask.timing) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("de consulter les États ;", set()),
        ("de chanter, selon qu'il convient ;", {"as-appropriate"}),
        ("de chanter dans la limite des ressources disponibles ;", {"within-resources"}),
        ("de chanter, en consultation avec les États ;", {"in-consultation"}),
        ("de chanter si nécessaire ;", {"as-necessary"}),
    ],
)
def test_reservations_are_read(text, codes):
    assert set(only("1. Prie le Secrétaire général " + text).qualifiers) == codes


def test_the_day_of_adoption_and_the_organ_are_read():
    text = "Résolution 7 (2031) du 3 mars 2031\n\nLe Conseil de sécurité,\n\n1. Prie les États de chanter.\n"
    head = read(text).masthead

    assert (head.language, head.organ, head.adopted) == ("fr", "council", ON)
