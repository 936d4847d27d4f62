"""Files made on the spot: whole ones, torn ones, and ones made to do harm. All text is invented."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.message import EmailMessage

from rapporteur.config import Config
from rapporteur.errors import IntakeError
from rapporteur.intake.document import Document, Skipped
from rapporteur.intake.kinds import kind_of, reader
from rapporteur.intake.limits import Allowance
from rapporteur.intake.pieces import Piece, buffered

PARAGRAPHS = (
    (
        "KARVAN, Feb. 12 - The foreign ministers of Ostland and the Lesser Isles met in Karvan on Tuesday to discuss "
        "the closure of the northern strait, officials of both governments said."
    ),
    (
        "The talks, which lasted four hours, were the first at that level since the fishing dispute began in the "
        "spring. “We have opened a door that many thought was locked,” said Irena Maddox, the minister of the Lesser "
        "Isles."
    ),
    (
        "Her counterpart, Tomas Ferle, said that his government would not lift the closure before the crews were "
        "released. He added that a second round was planned for next month."
    ),
)
PROSE = "\n\n".join(PARAGRAPHS) + "\n"
TITLE = "Ministers open talks on northern strait"

FRENCH = (
    "Les ministres des Affaires étrangères se sont réunis mardi à Karvan pour discuter de la fermeture du détroit. "
    "Les négociations ont duré quatre heures et reprendront après l’été, a déclaré la porte-parole du gouvernement.\n"
)
TURKISH = (
    "Dışişleri bakanları salı günü bir araya gelerek boğazın kapatılmasını görüştü. Görüşmeler dört saat sürdü. "
    "Bakan Şule Güngör, ikinci turun önümüzdeki ay yapılacağını ve şartların değişmediğini söyledi.\n"
)
RUSSIAN = (
    "Министры иностранных дел встретились во вторник и обсудили закрытие пролива. Переговоры продолжались четыре часа. "
    "Второй раунд запланирован на следующий месяц, сообщили представители обеих сторон.\n"
)
ARABIC = (
    "التقى وزيرا الخارجية يوم الثلاثاء لبحث إغلاق المضيق الشمالي. واستمرت المحادثات أربع ساعات. "
    "وقالت الوزيرة إن الجولة الثانية ستعقد الشهر المقبل.\n"
)
HEBREW = "שרי החוץ נפגשו ביום שלישי כדי לדון בסגירת המצר. השיחות נמשכו ארבע שעות. הסבב השני יתקיים בחודש הבא.\n"
PERSIAN = "وزیران خارجه روز سه‌شنبه دیدار کردند و دربارهٔ بسته شدن تنگه گفت‌وگو کردند. این گفت‌وگوها چهار ساعت طول کشید.\n"
CHINESE = "两国外长星期二举行会谈，讨论海峡关闭问题。会谈持续了四个小时。第二轮会谈定于下个月举行。\n"
JAPANESE = (
    "両国の外相は火曜日に会談し、海峡の閉鎖について協議した。会談は四時間続いた。次の会合は来月に開かれる予定だ。\n"
)
KOREAN = (
    "양국 외무장관은 화요일에 만나 해협 폐쇄 문제를 논의했다. 회담은 네 시간 이어졌다. 다음 회담은 다음 달에 열린다.\n"
)
THAI = "รัฐมนตรีต่างประเทศพบกันเมื่อวันอังคารเพื่อหารือเรื่องการปิดช่องแคบ การเจรจาใช้เวลาสี่ชั่วโมงและจะมีขึ้นอีกครั้งในเดือนหน้า\n"
GREEK = (
    "Οι υπουργοί Εξωτερικών συναντήθηκαν την Τρίτη για το κλείσιμο του στενού. Οι συνομιλίες κράτησαν τέσσερις ώρες.\n"
)

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | The Karvan Courier</title></head>"
    "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
    "<article><h1>{title}</h1>{body}</article><footer>© The Karvan Courier</footer></body></html>"
)


def page(paragraphs: Iterable[str] = PARAGRAPHS, title: str = TITLE) -> str:
    """A page with navigation, one article and a footer."""
    return PAGE.format(title=title, body="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def documents(name: str, data: bytes, config: Config | None = None) -> list[Document | Skipped]:
    """What the readers make of a file, members and their members included, before it is composed."""

    def opened(piece: Piece) -> Iterator[Document | Skipped]:
        try:
            for found in reader(kind_of(piece))(piece, config or Config()):
                yield from opened(found) if isinstance(found, Piece) else [found]
        except IntakeError as error:
            yield piece.skip(error)

    return list(opened(Piece(name, name, buffered(io.BytesIO(data)), Allowance(len(data)))))


def document(name: str, data: bytes, config: Config | None = None) -> Document:
    """The one document in a file."""
    (found,) = documents(name, data, config)
    assert isinstance(found, Document), found
    return found


# --- PDF ------------------------------------------------------------------------------------------------------------

Placed = tuple[float, float, float, str]
"""Left, foot, size and words of one line of print."""


def set_in_lines(text: str, *, left: float = 72, top: float = 720, width: int = 80, size: float = 11) -> list[Placed]:
    """Paragraphs broken into lines of at most ``width`` characters, with space between paragraphs."""
    placed, foot = [], top
    for paragraph in text.strip().split("\n\n"):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) + 1 > width:
                placed.append((left, foot, size, line))
                line, foot = word, foot - 1.25 * size
            else:
                line = f"{line} {word}".strip()
        placed.append((left, foot, size, line))
        foot -= 2.5 * size
    return placed


def pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    info: Mapping[str, str] | None = None,
    password: str | None = None,
    owner: str = "",
) -> bytes:
    """A PDF with these lines; locked (RC4, 40 bits) if a password, or with an empty one an owner, is given."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
    kids = []
    lock = _Lock(password, owner) if password is not None else None
    for lines in pages:
        drawn = b"\n".join(_show(line) for line in lines)
        content = lock.scramble(drawn, len(objects) + 1) if lock else drawn
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    trailer = b""
    if info:
        objects.append(
            b"<< %s >>" % b" ".join(b"/%s (%s)" % (k.encode(), v.encode("latin-1")) for k, v in info.items())
        )
        trailer = b" /Info %d 0 R" % len(objects)
    if lock:
        objects.append(lock.dictionary())
        trailer += b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (len(objects), _ID.hex().encode(), _ID.hex().encode())
    return _assembled(objects, trailer)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
_ID = b"0123456789abcdef"
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _show(line: Placed) -> bytes:
    left, foot, size, words = line
    text = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, left, foot, text)


def _assembled(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF"
        % (count, table, count, trailer, len(out))
    )


class _Lock:
    """The standard security handler of PDF 1.3, revision 2."""

    def __init__(self, user: str, owner: str) -> None:
        secret = hashlib.md5(_padded(owner or user)).digest()[:5]
        self.owner_key = _rc4(secret, _padded(user))
        self.rights = -4
        seed = _padded(user) + self.owner_key + struct.pack("<i", self.rights) + _ID
        self.key = hashlib.md5(seed).digest()[:5]

    def scramble(self, data: bytes, number: int) -> bytes:
        return _rc4(hashlib.md5(self.key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)

    def dictionary(self) -> bytes:
        user_key = _rc4(self.key, _PADDING)
        return b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P %d >>" % (
            self.owner_key.hex().encode(),
            user_key.hex().encode(),
            self.rights,
        )


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


# --- Archives -------------------------------------------------------------------------------------------------------


def zipped(members: Mapping[str, bytes] | Iterable[tuple[str, bytes]], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members, in this order; names are taken as they are, wicked ones included."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are wanted
        for name, content in members.items() if isinstance(members, Mapping) else members:
            info = zipfile.ZipInfo("placeholder", (2019, 3, 4, 5, 6, 8))
            info.filename = name
            info.compress_type = method
            archive.writestr(info, content)
    return data.getvalue()


def zip_with_link(name: str, target: str) -> bytes:
    """A zip that holds a symbolic link."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        info = zipfile.ZipInfo(name, (2019, 3, 4, 5, 6, 8))
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        archive.writestr(info, target)
    return data.getvalue()


def locked_zip(name: str, content: bytes) -> bytes:
    """A zip whose directory says that its member is encrypted."""
    data = bytearray(zipped({name: content}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying_zip(name: str, content: bytes, said: int) -> bytes:
    """A zip whose directory says that its member is ``said`` bytes long."""
    data = bytearray(zipped({name: content}))
    struct.pack_into("<L", data, data.rindex(b"PK\x01\x02") + 24, said)
    return bytes(data)


# --- Others ---------------------------------------------------------------------------------------------------------


def mail(text: str | None = PROSE, html: str | None = None, *, attached: Mapping[str, bytes] | None = None) -> bytes:
    """A mail from an invented wire."""
    message = EmailMessage()
    message["Subject"] = f"Fwd: {TITLE}"
    message["From"] = "Hanne Øster <hanne@courier.example>"
    message["Date"] = "Tue, 12 Feb 2019 18:30:00 +0200"
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html") if text is not None else message.set_content(html, subtype="html")
    for name, content in (attached or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mhtml(source: str) -> bytes:
    """A page as a browser saves it in one file."""
    head = (
        "From: <Saved by Browser>\r\nSnapshot-Content-Location: https://courier.example/strait\r\nSubject: Strait\r\n"
        "Date: Wed, 13 Feb 2019 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--edge"\r\n\r\n'
    )
    part = (
        "----edge\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://courier.example/strait\r\n\r\n{source}\r\n----edge--\r\n"
    )
    return (head + part).encode()


def docx(paragraphs: Iterable[str] = PARAGRAPHS, *, body: str = "", title: str = TITLE) -> bytes:
    """A Word document, written by hand so that its body can hold anything; ``body`` comes before the paragraphs."""
    words = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in paragraphs)
    office = "http://schemas.openxmlformats.org/"
    return zipped(
        {
            "[Content_Types].xml": (
                f'<?xml version="1.0"?><Types xmlns="{office}package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Override PartName="/word/document.xml" ContentType='
                '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
                '<Override PartName="/docProps/core.xml" ContentType='
                '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<?xml version="1.0"?><Relationships xmlns="{office}package/2006/relationships"><Relationship Id="r1" '
                f'Type="{office}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
                f'<Relationship Id="r2" Type="{office}package/2006/relationships/metadata/core-properties" '
                'Target="docProps/core.xml"/>'
                "</Relationships>"
            ).encode(),
            "docProps/core.xml": (
                f'<?xml version="1.0"?><cp:coreProperties xmlns:cp="{office}package/2006/metadata/core-properties" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
                'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
                f"<dc:title>{title}</dc:title><dc:creator>Hanne Øster</dc:creator>"
                '<dcterms:created xsi:type="dcterms:W3CDTF">2019-02-13T08:00:00Z</dcterms:created></cp:coreProperties>'
            ).encode(),
            "word/document.xml": (
                f'<?xml version="1.0"?><w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body>'
                f"{body}{words}</w:body>"
                "</w:document>"
            ).encode(),
        }
    )


def feed(items: str) -> bytes:
    """An RSS feed with these items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Karvan Courier</title>'
        f"<link>https://courier.example/</link>{items}</channel></rss>"
    ).encode()


def item(
    *, full: str = "", summary: str = "", title: str = TITLE, date: str = "Tue, 12 Feb 2019 18:30:00 +0200"
) -> str:
    """An item of a feed."""
    content = f"<content:encoded><![CDATA[{full}]]></content:encoded>" if full else ""
    return (
        f"<item><title>{title}</title><link>https://courier.example/strait</link><pubDate>{date}</pubDate>"
        f"<dc:creator>Hanne Øster</dc:creator><description><![CDATA[{summary}]]></description>{content}</item>"
    )


def warc(*pages: tuple[str, str, bytes]) -> bytes:
    """A web archive of responses: address, content type and body."""
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    for address, kind, body in pages:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s" % (kind.encode(), body)
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2019-02-13T09:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(out):012d}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += head.encode() + http + b"\r\n\r\n"
    return out


def json_bytes(value: object) -> bytes:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False).encode()


def lines(*rows: object) -> bytes:
    """Rows as JSON Lines."""
    return b"".join(json_bytes(row) + b"\n" for row in rows)


def gz(data: bytes) -> bytes:
    """Packed bytes."""
    return gzip.compress(data, mtime=0)
