from __future__ import annotations

from email.message import EmailMessage

from rapporteur.config import Config
from rapporteur.intake.document import Document, Skipped
from tests.intake import makers as m

CONFIG = Config()


def test_headers_become_fields() -> None:
    document = m.document("story.eml", m.mail())
    assert document.content.strip() == m.PROSE.strip()
    assert dict(document.fields) == {
        "title": m.TITLE,
        "byline": "Hanne Øster",
        "published": "2019-02-12T18:30:00+02:00",
    }
    assert document.origin == "mail header"


def test_the_fuller_rendering_is_taken() -> None:
    teaser = m.document("story.eml", m.mail("View this mail in your browser.", m.page()))
    assert (teaser.markup, teaser.content.strip()) == ("html", m.page())
    assert m.document("story.eml", m.mail(m.PROSE, m.page())).markup == "text"
    assert m.document("story.eml", m.mail(None, m.page())).markup == "html"


def test_a_mail_in_another_encoding_is_read_as_it_declares() -> None:
    message = EmailMessage()
    message["Subject"] = "Встреча"
    message.set_content(m.RUSSIAN, charset="koi8-r", cte="base64")
    document = m.document("story.eml", message.as_bytes())
    assert (document.content.strip(), document.fields["title"]) == (m.RUSSIAN.strip(), "Встреча")


def test_lines_broken_for_transport_are_whole_again() -> None:
    head = b"Subject: x\nContent-Type: text/plain; format=flowed\n\n"
    body = (
        b"The ministers met in Karvan \nand parted in the evening.\n From there they went home.\n\n-- \nThe Courier\n"
    )
    assert m.document("story.eml", head + body).content == (
        "The ministers met in Karvan and parted in the evening.\nFrom there they went home.\n\n-- \nThe Courier\n"
    )


def test_attachments_are_members() -> None:
    attached = {
        "report.txt": m.PROSE.encode(),
        "week.zip": m.zipped({"a.txt": b"Words."}),
        "sheet.xlsx": b"PK",
        "logo.gif": b"G",
    }
    found = m.documents("story.eml", m.mail("See below, please.", attached=attached))
    assert [item.source for item in found if isinstance(item, Document)] == [
        "story.eml",
        "story.eml!report.txt",
        "story.eml!week.zip!a.txt",
    ]
    assert [(item.source, item.reason) for item in found if isinstance(item, Skipped)] == [
        ("story.eml!sheet.xlsx", "format")
    ]


def test_an_attached_mail_is_read_as_a_mail() -> None:
    outer, inner = EmailMessage(), EmailMessage()
    inner["Subject"] = m.TITLE
    inner.set_content(m.PROSE)
    outer["Subject"] = "Fwd: see below"
    outer.set_content("See below, please.")
    outer.add_attachment(inner)
    first, second = m.documents("story.eml", outer.as_bytes())
    assert isinstance(second, Document)
    assert (first.source, second.source) == ("story.eml", "story.eml!attachment-1.eml")
    assert second.fields["title"] == m.TITLE


def test_a_page_saved_by_a_browser_has_its_address_and_day() -> None:
    document = m.document("story.mhtml", m.mhtml(m.page()))
    assert (document.markup, document.content.strip(), document.origin) == ("html", m.page(), "saved page")
    assert dict(document.fields) == {"url": "https://courier.example/strait", "saved": "2019-02-13T09:00:00"}
