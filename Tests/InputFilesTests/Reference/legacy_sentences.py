"""Writes legacy_sentences.csv: Vietnamese sentences in TCVN3, VNI and misread UTF-8, as a workbook shows them.

Rows are encoding, old, text, separated by "|". TCVN3 is made by glibc's iconv (TCVN5712-1, whose upper half is VN3; capitals
with a tone, which VN3 has not, become small letters, as the capital fonts .VnTimeH hold them). VNI is made by
its rule: a letter, then one character for its shape and tone. Run: python3 legacy_sentences.py
"""

import pathlib
import subprocess
import unicodedata

SENTENCES = [
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Độc lập - Tự do - Hạnh phúc",
    "Ủy ban nhân dân xã Kiến Hưng",
    "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ",
    "Số công dân học tập trên tổng số người từ 15 tuổi trở lên",
    "Gia đình học tập, dòng họ học tập, đơn vị học tập",
    "Thôn Đông Thượng và thôn Phú Mỹ chưa báo cáo",
    "Người khuyết tật được hưởng chính sách giáo dục",
    "Trung tâm học tập cộng đồng hoạt động hiệu quả",
    "Phổ cập giáo dục mầm non cho trẻ em năm tuổi",
    "Thị trấn Quỳnh Côi, huyện Quỳnh Phụ, tỉnh Thái Bình",
    "Ước thực hiện cả năm, số liệu sơ bộ",
]
TONES = {"\u0301": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0323": 4}
VNI_TONE = "ùøûõï"
VNI_SHAPED = {"\u0302": ("â", "áàåãä"), "\u0306": ("ê", "éèúüë")}
VNI_SINGLE = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def tcvn3(text: str) -> str:
    def encoded(character: str) -> str:
        for form in (character, character.lower()):
            done = subprocess.run(
                ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=form.encode("utf-8"), capture_output=True, check=True)
            if len(done.stdout) == 1 and done.stdout[0] >= 0xA1:
                return done.stdout.decode("latin-1")
        raise ValueError(character)

    return "".join(character if ord(character) < 0x80 else encoded(character) for character in text)


def vni(text: str) -> str:
    result = ""
    for character in text:
        small = character.lower()
        if small in VNI_SINGLE:
            letter, mark = VNI_SINGLE[small], ""
        else:
            parts = unicodedata.normalize("NFD", small)
            letter = parts[0]
            tone = next((TONES[part] for part in parts if part in TONES), None)
            mark = "" if tone is None else VNI_TONE[tone]
            for part in parts[1:]:
                if part == "\u031b":
                    letter = {"o": "ô", "u": "ö"}[letter]
                elif part in VNI_SHAPED:
                    shape, toned = VNI_SHAPED[part]
                    mark = shape if tone is None else toned[tone]
        both = letter + mark
        result += both.upper() if character != small else both
    return result


def misread(text: str) -> str:
    return "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))


def main() -> None:
    lines = ["encoding|old|text"]
    for name, encode in (("tcvn3", tcvn3), ("vni", vni), ("misreadUTF8", misread)):
        lines += [f"{name}|{encode(text)}|{text}" for text in SENTENCES]
    path = pathlib.Path(__file__).with_suffix(".csv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
