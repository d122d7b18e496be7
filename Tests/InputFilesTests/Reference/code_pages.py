"""Writes code_pages.csv: what bytes mean in Windows-1252, Windows-1258 and TCVN3, by other people's tables.

Rows are kind, bytes (hexadecimal), text (code points, hexadecimal, NFC):
  cp1252, cp1258   one byte; the text is empty where Python's codec has none
  letter1258       each Vietnamese letter as Windows writes it: the base letter, then the tone as a byte,
                   decoded by Python's cp1258 and composed by unicodedata
  letter1252       the same letters in UTF-8, read as Windows-1252 (the five undefined bytes as controls)
  tcvn3            each byte of TCVN3 that is a letter, decoded by glibc's iconv (TCVN5712-1; VN3 is its upper
                   half)

Run: python3 code_pages.py (Python 3, standard library; iconv of glibc).
"""

import pathlib
import subprocess
import unicodedata

ROWS = ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
        "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "đ"]
LETTERS = [letter for row in ROWS for letter in row if ord(letter) > 0x7F]
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def points(text: str) -> str:
    return " ".join(f"{ord(character):04X}" for character in text)


def half_decomposed(letter: str) -> str:
    """The letter with its shape, and its tone as a mark."""
    parts = unicodedata.normalize("NFD", letter)
    tone = [part for part in parts if part in TONES]
    shape = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
    return shape + "".join(tone)


def main() -> None:
    lines = ["kind,bytes,text"]
    for codec in ("cp1252", "cp1258"):
        for byte in range(0x80, 0x100):
            text = bytes([byte]).decode(codec, "ignore")
            lines.append(f"{codec},{byte:02X},{points(text)}")
    for letter in LETTERS + [letter.upper() for letter in LETTERS]:
        encoded = half_decomposed(letter).encode("cp1258")
        decoded = unicodedata.normalize("NFC", encoded.decode("cp1258"))
        assert decoded == letter
        lines.append(f"letter1258,{encoded.hex().upper()},{points(decoded)}")
        read = "".join(
            bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in letter.encode("utf-8"))
        lines.append(f"letter1252,{letter.encode('utf-8').hex().upper()},{points(read)}")
    for byte in range(0xA1, 0xFF):
        output = subprocess.run(
            ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"], input=bytes([byte]), capture_output=True, check=False)
        text = unicodedata.normalize("NFC", output.stdout.decode("utf-8"))
        if len(text) == 1 and (text.lower() in LETTERS):
            lines.append(f"tcvn3,{byte:02X},{points(text)}")
    path = pathlib.Path(__file__).with_suffix(".csv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
