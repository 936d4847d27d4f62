from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.languages import has_sentence, language_of
from tests.intake import makers as m

LANGUAGES = [
    (m.PROSE, "en"),
    ("Talks will resume on Monday, the ministry said in a statement.", "en"),
    ("TALKS WILL RESUME ON MONDAY, THE MINISTRY SAID IN A STATEMENT.", "en"),
    # English prose full of foreign names stays English
    (
        (
            "Şule Güngör and Jędrzej Wąsik met Nguyễn Thị Bích in Đà Nẵng, and they said that the talks with Søren "
            "Østergård would be held in Kraków after the visit of Çağrı Yıldırım to Ağrı and Iğdır."
        ),
        "en",
    ),
    (m.FRENCH, "fr"),
    (m.TURKISH, "tr"),
    (m.RUSSIAN, "ru"),
    (m.ARABIC, "ar"),
    (m.PERSIAN, "fa"),
    (m.HEBREW, "he"),
    (m.CHINESE, "zh"),
    (m.JAPANESE, "ja"),
    (m.KOREAN, "ko"),
    (m.THAI, "th"),
    (m.GREEK, "el"),
    ("Die Außenminister trafen sich am Dienstag, um über die Schließung der Meerenge zu beraten.", "de"),
    ("Los ministros se reunieron el martes para tratar el cierre del estrecho del norte.", "es"),
    ("Os ministros reuniram-se na terça-feira para discutir o encerramento do estreito do norte.", "pt"),
    ("I ministri si sono incontrati martedì per discutere della chiusura dello stretto.", "it"),
    ("De ministers kwamen dinsdag bijeen om te praten over de sluiting van de zeestraat.", "nl"),
    ("Ministrowie spotkali się we wtorek, aby omówić zamknięcie cieśniny północnej.", "pl"),
    ("Міністри зустрілися у вівторок, щоб обговорити закриття протоки та звільнення екіпажів.", "uk"),
    ("Mawaziri walikutana siku ya Jumanne kujadili kufungwa kwa mlango wa bahari wa kaskazini.", "sw"),
    ("Para menteri luar negeri bertemu pada hari Selasa karena ingin membahas penutupan selat.", "id"),
    ("Các bộ trưởng đã gặp nhau hôm thứ Ba để thảo luận về việc đóng cửa eo biển.", "vi"),
    ("Wasiirradu waxay kulmeen Talaadadii si ay uga wada hadlaan xiritaanka marinka waqooyi.", "so"),
    ("მინისტრები სამშაბათს შეხვდნენ და სრუტის დახურვა განიხილეს.", "ka"),
    ("नेताओं ने मंगलवार को जलडमरूमध्य बंद करने पर चर्चा की।", "hi"),
    ("", "und"),
    ("12 34 56", "und"),
    ("Strait", "und"),
]

SENTENCES = [
    ("The ministers met in Karvan.", True),
    ("Home\nWorld\nThe ministers met in Karvan on Tuesday.\nSport", True),
    ("“We will not go,” she said.”", True),
    ("Will they meet again soon?", True),
    ("Home\nWorld\nSport", False),
    ("Subscribe now.", False),
    ("Ministers open talks on northern strait", False),
    ("", False),
    ("1979. 1980. 1981.", False),
    ("in the transcript nobody put a full stop " * 4, True),
    (m.ARABIC, True),
    (m.CHINESE, True),
    (m.JAPANESE, True),
    (m.THAI, True),
    (m.KOREAN, True),
    ("会谈", False),
    ("नेताओं ने चर्चा की।", True),
]


FULL_OF_NAMES = [
    ("Norwegian Foreign Minister Bjoern Godal met Iceland's foreign minister, Halldor Asgrimsson, in Oslo.", "en"),
    ("Utenriksminister Bjørn Godal møtte Islands utenriksminister Halldór Ásgrímsson i Oslo på mandag.", "no"),
    ("Der Außenminister Klaus Kinkel traf am Montag in Bonn seinen Kollegen Hervé de Charette.", "de"),
    ("El ministro de Exteriores Abel Matutes se reunió el lunes en Madrid con su homólogo Lamberto Dini.", "es"),
    ("Kenyan President Daniel Arap Moi received Ugandan President Yoweri Museveni at Kisumu on Friday.", "en"),
]


@pytest.mark.parametrize(("text", "language"), [*LANGUAGES, *FULL_OF_NAMES])
def test_the_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_is_words_that_a_full_stop_ends(text: str, expected: bool) -> None:
    assert has_sentence(text) is expected


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_has_a_language_code(text: str) -> None:
    assert language_of(text) == "und" or len(language_of(text)) == 2
    assert has_sentence(text) in (True, False)
