# ruff: noqa: E501
"""What tells Kazakh from the languages it shares its scripts with: letters and common words, as tables.

letters: those that speak for a language, with their weight (negative: against it). words: common ones that its
neighbours do not have or spell otherwise. Written for this project from the languages' orthographies.
"""

from __future__ import annotations

from dataclasses import dataclass

from qatynas.model import Script


@dataclass(frozen=True, slots=True)
class Language:
    """code is ISO 639-1, or 639-3 where that has none. A letter's weight counts each time; a word counts three."""

    code: str
    script: Script
    letters: dict[str, float]
    words: frozenset[str]


def _language(code: str, script: Script, letters: dict[str, float], words: str) -> Language:
    return Language(code, script, {char: w for chars, w in letters.items() for char in chars}, frozenset(words.split()))


C, A, L = Script.CYRL, Script.ARAB, Script.LATN

# (language, script) → patterns that speak for or against it. y is a vowel in Kazakh Latin and a consonant beside; the
# apostrophe of 2017 stands after letters that Uzbek never marks; э inside words is Mongolian, ләр and нең are Tatar.
# ı after a back vowel is Turkish and Karakalpak, where Kazakh has y; и in endings is what Kazakh has і for.
_Y_VOWEL = "(?<=[bdfghjklmnpqrstvzğǵǧñńŋş'])y(?!['aeiouyäöüūáóúıi])"
_BACK_I = "[aou][bcdfgğǵhjklmnñńpqrstvzşyx]{1,2}ı"
_BACK_DOTTED = "[aou][bcdfghjklmnpqrstvxz]{1,2}i(?![aāo])"
_FRONT_I = r"[бвгджзклмнпрстчш]и(?:[мңнр]|миз|ңиз)?\b"
_MARKED_2017 = "(?<=[aeiouybdfghjklmnpqrstvz])[nisyuc]'|a'|g'(?=[ay])"
PATTERNS: dict[tuple[str, Script], dict[str, float]] = {
    ("kk", C): {_FRONT_I: -1.0},
    ("kaa", C): {_FRONT_I: 0.3, r"ниң\b|диң\b|тиң\b|лери|лық|ў": 0.3},
    ("uz", C): {_FRONT_I: 0.3, r"нинг|моқда|лари|лиги|[аи]ди\b": 0.8},
    ("kk", L): {_Y_VOWEL: 1.2, _MARKED_2017: 1.0, _BACK_I: -0.5, _BACK_DOTTED: -0.3},
    ("kaa", L): {_Y_VOWEL: -1.0, _MARKED_2017: -1.0, _BACK_I: 0.4},
    ("tr", L): {_Y_VOWEL: -0.8, _BACK_I: 0.3, "ıyor|iyor|uyor|üyor": 1.5},
    ("tt", L): {_Y_VOWEL: -0.8},
    ("uz", L): {_Y_VOWEL: -0.8, _MARKED_2017: -1.0, _BACK_DOTTED: 0.3, r"ning\b|moqda|lari|[ai]di\b|gan\b": 0.6},
    ("en", L): {_Y_VOWEL: -0.5},
    ("tk", L): {_Y_VOWEL: 0.6},
    ("mn", C): {r"(?<=\w)э(?!э)": 0.6, r"(?:ийн|ийг|гүй|хөд|лж|ын|ыг|сан|сэн|сөн)\b": 0.8},
    ("ky", C): {r"(?<=\w)э(?!э)": -0.4, "оо|уу|үү|өө": 0.5, _FRONT_I: 0.3},
    ("tt", C): {r"(?<=\w)э(?!э)": -0.4, r"ләр|нең\b|гә\b|кә\b|дә\b": 0.8, _FRONT_I: -0.4},
    ("tk", C): {r"йәр|лыг|лиг|ма[кг]|ме[кг]|җа[кг]|җе[кг]|иң\b|йән|малы|мели|я.да": 0.8, _FRONT_I: 0.4},
}

LANGUAGES = (
    _language("kk", C, {"іұ": 3, "һ": 0.5, "ғқ": 1, "әңөү": 0.7, "ўҳҗѓїєіў": 0, "ёъ": -0.5, "ўҳҗїєӣӯҷ": -5},
              "және мен бен пен үшін туралы бойынша болып болды деп деген бұл осы ол бір екі да де та те емес сондай жылы "
              "өз оның қазақ адам әрбір барлық керек тиіс мүмкін ретінде кейін дейін сияқты біз мұндай жоқ бар"),
    _language("ky", C, {"ң": 0.6, "өү": 0.9, "х": -0.6, "ё": -0.5, "ғқәіұһ": -4, "җўҳ": -5, "ъ": -0.5},
              "жана менен үчүн боюнча болуп болгон деп деген бул ошол башка саясий бир эки эмес жылы өз анын кыргыз адам ар бардык "
              "керек тийиш мүмкүн катары кийин чейин сыяктуу биз мындай жок бар тууралуу укугу укук укугуна же алардын "
              "болот болууга эч ким ээ анын тарабынан өлкө мамлекет боюнча каршы эле"),
    _language("ru", C, {"ыэ": 0.15, "щ": 1, "ъ": 0.6, "әғқңөұүһіўҳҗїє": -4},
              "и в на не что с по для от из за к о у это как его или при он а но был была были быть также которые который "
              "без бы то ни чем чтобы если только под над между перед какого каких какой либо никто ничто ли же эти этих "
              "человек каждый имеет право до их все всех со об того года был должны может своей своих своего"),
    _language("uk", C, {"їєґ": 4, "і": 0.8, "әғқңөұүһўҳҗыэъ": -4},
              "і в на не що з по для від із за до о у це як його або при він а але був була бути також які який та має"),
    _language("uz", C, {"ўҳ": 2, "ғқ": 0.8, "әңөұүһіҗы": -4, "ъ": 0.4},
              "ва билан учун бўйича бўлиб бўлган деб деган бу шу у бир икки эмас йил ўз унинг ўзбек одам ҳар барча керак "
              "лозим мумкин сифатида кейин каби биз бундай йўқ бор ҳақида эга ҳуқуқига инсон ёки уларнинг томонидан ҳеч ким"),
    _language("tt", C, {"щ": -0.5, "җ": 3, "ә": 0.8, "өүң": 0.6, "һ": 0.5, "ғқұіўҳ": -4, "э": 0.1},
              "һәм белән өчен буенча булып булган дип дигән бу шул ул бер ике түгел ел үз аның татар кеше һәр барлык кирәк "
              "тиеш мөмкин буларак соң кадәр кебек без мондый юк бар турында хокукы хокуклы яки аларның тарафыннан бернинди "
              "кешенең булырга тора та тә да дә ук итү хокукына"),
    _language("mn", C, {"өү": 0.5, "х": 0.4, "й": 0.15, "ё": 0.2, "ң": -3, "әғқұһіўҳҗ": -4, "ъь": 0.1},
              "нь болон ба байна байх юм гэж гэсэн энэ тэр нэг хоёр биш бөгөөд оны өөрийн монгол хүн хүний бүр бүх хэрэгтэй "
              "ёстой болно болох дараа хүртэл мэт бид ийм үгүй эрх эрхтэй эсвэл буюу тухай хэн аливаа улс түүний зэрэг "
              "ёсоор адил тул онд гэх харин дээр хамт"),
    _language("kaa", C, {"ўҳ": 1.4, "әңөү": 0.5, "ғқ": 0.8, "ұіһҗ": -4, "щъ": -0.2},
              "ҳәм менен ушын бойынша болып болған деп деген бул усы ол бир еки емес жылы өз оның қарақалпақ адам ҳәр "
              "барлық керек тийис мүмкин сыпатында кейин шекем сыяқлы биз бундай жоқ бар ҳаққында ийе ҳуқықына инсан ямаса "
              "олардың тәрепинен ҳеш ким яки және"),
    _language("tk", C, {"җ": 1, "әңөү": 0.5, "ғқұіўҳһ": -4, "щ": -1},
              "ве хер бир хем адам шу ол бу хукук хукуклы я‐да я-да хич ким үчин билен эдип дең боюнча өз олар оның болан"),
    _language("tg", C, {"ӣӯҷ": 3, "ҳғқ": 0.6, "ңөұүіәҗўщыь": -4},
              "ва дар ба аз ки бо барои ин он як ду аст нест шуд буд ҳар ҳама ё ҳуқуқ дорад худро инсон тоҷик вай"),
    _language("kk", A, {"ۋ": 0.5, "ۇ": 0.4, "ءٴ": 1.5, "ى": 0.25, "ە": 0.25, "ع": 0.4, "ڭ": 0.3, "ئېۈۅۉغخژیکه": -2,
                        "صضطظذثأإةآ": -2, "ٵٶٷٸ": 2},
              "جانە مەن بەن پەن ءۇشىن تۋرالى بويىنشا بولىپ بولدى دەپ دەگەن بۇل وسى ول ءبىر ەكى دا دە تا تە ەمەس سونداي "
              "جىلى ءوز ونىڭ قازاق ادام بارلىق كەرەك مۇمكىن رەتىندە كەيىن دەيىن سياقتى ءبىز جوق بار"),
    _language("ky", A, {"ۅۉ": 3, "ۇ": 0.3, "ى": 0.2, "ە": 0.2, "ڭ": 0.3, "ئېۈغخژیکه": -2, "ءٴ": -1.5, "صضطظذثأإةآ": -2, "ع": 0.1,
                        "ۋ": -0.3},
              "جانا مەنەن ۉچۉن بويۇنچا بولۇپ بولعون دەپ دەگەن بۇل وشول بىر ەكى ەمەس جىلى ۅز انىن قىرعىز ادام باردىق "
              "كەرەك مۉمكۉن كاتارى كىيىن چەيىن سىياكتۇۇ بىز جوق بار تۇۇرالۇۇ"),
    _language("ug", A, {"ئ": 1.2, "ې": 2, "ۈ": 2, "غخ": 0.8, "ۆ": 0.6, "ھ": 0.3, "ە": 0.2, "ۋڭ": 0.2, "ءٴ": -2, "یکه": -2,
                        "صضطظذثأإةآ": -2, "ع": -0.8},
              "ۋە بىلەن ئۈچۈن بويىچە بولۇپ بولغان دەپ دېگەن بۇ شۇ ئۇ بىر ئىككى ئەمەس يىلى ئۆز ئۇنىڭ ئۇيغۇر ئادەم ھەر بارلىق "
              "كېرەك مۇمكىن كېيىن قەدەر بىز يوق بار ھەققىدە ياكى"),
    _language("fa", A, {"یکه": 0.7, "صضطظذثآ": 0.6, "خغ": 0.3, "ەۇۋۆۈېڭىءٴۅۉ": -2, "ة": -0.7},
              "و در به از که با برای این آن یک دو است نیست شد بود هر همه یا حق دارد خود را می های کسی باید تا نیز"),
    _language("ar", A, {"ةأإىء": 0.5, "صضطظذث": 0.5, "یکپچگژەۇۋۆۈېڭۅۉ": -2, "خغه": 0.3},
              "و في من على إلى أن هذا هذه التي الذي لا ما كل أو حق له كان مع عن ولكل فرد الحق أي شخص بين بعد"),
    _language("ur", A, {"ٹڈڑےںھ": 1.5, "یک": 0.4, "ەۇۋۆۈېڭۅۉ": -2}, "اور کے کی کا میں سے ہے کو پر یہ وہ ایک نہیں"),
    _language("kk", L, {"q": 0.9, "ñŋǵń": 1.2, "ū": 1.5, "ý": 0.6, "ğǧş": 0.3, "äáöóüúı": 0.3, "wxçč": -1.5, "əẅ": -4, "c": -0.3, "ʻʼ": -1},
              "jäne jáne jane men ben pen üşin úshin u'shi'n turaly týraly boiynşa boıynsha bolyp boldy dep degen bul būl osy ol "
              "bir bır eki ekı da de ta te emes sondai sondaı jyly öz óz onyñ onyń onyŋ qazaq adam ärbir ärbır árbir barlyq "
              "kerek tiıs tiis tıis múmkin mümkin mümkın retinde retınde keiin keıin deiin deıin siaqty sıaqty biz joq bar"),
    _language("tr", L, {"ç": 0.8, "ğ": 0.6, "şı": 0.35, "öü": 0.2, "qwxñŋūäáǵńóúýəʻ": -3, "c": 0.1},
              "ve bir bu için ile de da olarak olan gibi daha çok en ne her kadar sonra ama ya veya hakkı vardır hiç kimse "
              "insan eden ki olduğu değil şu o göre herkes herkesin karşı bütün kendi hürriyet hakkına üzere"),
    _language("uz", L, {"ʻʼ": 1.2, "'‘’": 0.4, "q": 0.6, "x": 0.6, "h": 0.1, "ñŋūäáǵńóúýəşğıçöüw": -3},
              "va bilan uchun bo'yicha bo'lib bo'lgan deb degan bu shu u bir ikki emas yil o'z uning o'zbek odam har barcha "
              "kerak mumkin keyin kabi biz yo'q bor haqida ega huquqiga inson yoki ularning tomonidan hech kim lozim"),
    _language("kaa", L, {"w": 0.8, "x": 0.6, "ıúóáńǵ": 0.5, "q": 0.5, "ñŋūäüöýəçşğ": -3, "y": 0.1},
              "hám menen ushın boyınsha bolıp bolǵan dep degen bul usı ol bir eki emes jılı óz onıń qaraqalpaq adam hár barlıq "
              "kerek tiyis múmkin keyin shekem sıyaqlı biz joq bar haqqında iye huqıqına insan yamasa olardıń"),
    _language("az", L, {"ə": 3, "çğışöü": 0.2, "qx": 0.2, "wñūäáʻ": -3}, "və bir bu üçün ilə də da olan kimi hər hüququ malikdir"),
    _language("tk", L, {"ýň": 1.2, "žä": 0.6, "çşöü": 0.2, "qñūáʻğı": -3}, "we bir bu üçin bilen hem da de her bolup ýa edip öz hiç deň şol şu diýip ýaly ýurduň ýurt ýerine"),
    _language("tt", L, {"äñ": 0.5, "ğışöüç": 0.2, "ūʻáw": -1}, "häm belän öçen bu ul ber ike tügel yäki keşe här"),
    _language("en", L, {"wc": 0.2, "q": -0.5, "x": 0, "ñŋūäáǵńóúýəʻışğçöü": -3},
              "the of and to in is that for on with as by it was are be this from or an at has not have his which their all "
              "everyone right shall no one other"),
)  # fmt: skip
