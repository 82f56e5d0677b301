"""Figures told in other words than the usual: what stands against what, gifts, people, aims, times without a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Figures = Callable[..., list[str]]
# a text and the figures of it, one line each as `line` in conftest writes them
SAID: list[tuple[str, list[str]]] = [
    (
        "Былтыр біз көршіге 1,2 миллиард доллардың тауарын сатсақ, бері қарай 450 миллионның өнімі келді.",
        [
            "trade.export level 1200000000 USD KAZ>KGZ 2024 actual",
            "trade.import level 450000000 USD KGZ>KAZ 2024 actual",
        ],
    ),
    (
        "2024 жылы Қазақстаннан Қырғызстанға 1,1 миллиард долларға тауар жіберілді, кері бағытта 430 миллион долларға өнім әкелінді.",
        [
            "trade.export level 1100000000 USD KAZ>KGZ 2024 actual",
            "trade.import level 430000000 USD KGZ>KAZ 2024 actual",
        ],
    ),
    (
        "Біздің кәсіпкерлер көрші елге былтыр 900 миллион доллардың өнімін шығарды.",
        ["trade.export level 900000000 USD KAZ>KGZ 2024 actual"],
    ),
    (
        "Қырғыз ағайын бізден былтыр 1,2 миллиард доллардың тауарын алды.",
        ["trade.import level 1200000000 USD KAZ>KGZ 2024 actual"],
    ),
    (
        "Былтыр Қырғызстанмен саудадағы оң сальдо 640 миллион долларға жетті.",
        ["trade.balance level 640000000 USD KAZ>KGZ 2024 actual"],
    ),
    (
        "2024 жылы Қырғызстанның бізбен саудадағы тапшылығы 700 миллион доллар болды.",
        ["trade.balance level 700000000 USD KAZ>KGZ 2024 actual"],
    ),
    (
        "2024 жылы айналым 1,7 миллиард доллар болды, яғни он жыл бұрынғыдан екі есе көп.",
        ["trade.turnover level 1700000000 USD 2024 actual", "trade.turnover multiple 2 times 2024/vs 2014 actual"],
    ),
    (
        "2024 жылы айналым 1,7 миллиард доллар болды, бұл бес жыл бұрынғы көрсеткіштен 40 пайызға артық.",
        ["trade.turnover growth +40 percent 2024/vs 2019 actual", "trade.turnover level 1700000000 USD 2024 actual"],
    ),
    (
        "Екі ел саудасын 2030 жылға дейін 3 миллиард долларлық межеге жеткізбекпіз.",
        ["trade.turnover level 3000000000 USD ../2030 target"],
    ),
    (
        "Былтыр сауда 2 миллиард доллар болды. Алдағы бес жылда оны тағы 500 миллион долларға арттыруды көздеп отырмыз.",
        [
            "trade.turnover change +500000000 USD 2025/2030/vs 2024 target",
            "trade.turnover level 2000000000 USD 2024 actual",
        ],
    ),
    ("Биыл екі ел саудасы 2 миллиардтан асып қалар.", ["trade.turnover level 2000000000 USD 2025 forecast"]),
    ("Қазақстанның жалпы сыртқы айналымы былтыр 143 миллиард доллар болды.", []),
    ("Қырғызстанның жалпы сыртқы саудасы былтыр 16 миллиард долларға жетті.", []),
    (
        "Қазақ бизнесі көрші елге былтыр 60 миллион доллар салды.",
        ["investment.flow level 60000000 USD KAZ>KGZ 2024 actual"],
    ),
    (
        "Қырғыз кәсіпкерлері Қазақстан экономикасына 12 миллион доллар құйды.",
        ["investment.flow level 12000000 USD KGZ>KAZ - actual"],
    ),
    ("Қазір Алматыда 15 мың қырғызстандық жұмыс істейді.", ["migration.persons level 15000 person KGZ>KAZ - actual"]),
    (
        "Былтыр Қырғызстаннан 640 отбасы тарихи отанына оралды.",
        ["migration.persons level 640 count KGZ>KAZ 2024 actual"],
    ),
    (
        "Қырғызстан университеттерінде 2 700 қазақстандық оқиды.",
        ["education.students level 2700 person KAZ>KGZ - actual"],
    ),
    ("Бішкекте оқып жатқан қазақ жастары екі мыңнан асады.", ["education.students level 2000 person KAZ>KGZ - actual"]),
    (
        "Қазақстан былтыр қырғыз жастарына 30 грант бөлді, Қырғызстан да бізге сонша грант берді.",
        ["education.grants level 30 count KAZ>KGZ 2024 actual", "education.grants level 30 count KGZ>KAZ 2024 actual"],
    ),
    (
        "Қазақстан көршісіне 40 грант бөлді. Келесі жылы біз оны елуге жеткіземіз.",
        ["education.grants level 40 count KAZ>KGZ - actual", "education.grants level 50 count KAZ>KGZ 2026 target"],
    ),
    (
        "Ыстықкөлде былтыр 1,1 миллион қазақстандық демалды.",
        ["tourism.visitors level 1100000 person KAZ>KGZ 2024 actual"],
    ),
    (
        "Қырғызстанда демалған отандастарымыздың саны былтыр 900 мыңға жетті.",
        ["tourism.visitors level 900000 person KAZ>KGZ 2024 actual"],
    ),
    ("Алматы мен Бішкек арасында аптасына 14 рейс орындалады.", ["other level 14 count - actual"]),
    ("Шекарадан күніне 900 жүк көлігі өтеді.", ["other level 900 count - actual"]),
    (
        "Былтыр шекара арқылы екі бағытта 18 миллион адам өтті.",
        ["transport.passengers level 18000000 person 2024 actual"],
    ),
    (
        "Қырғызстан бізге ток сатады. Бір киловатт-сағаттың есептік құны 3,4 теңге болып белгіленген.",
        ["energy.price level 3.4 KZT - actual"],
    ),
    ("Қазақстан Қырғызстанға 5 мың тонна дизель отынын тегін берді.", ["aid.mass level 5000 t KAZ>KGZ - actual"]),
    (
        "Қазақстан Ош ауруханасына 200 миллион теңгеге құрал-жабдық тарту етті.",
        ["aid.value level 200000000 KZT KAZ>KGZ - actual"],
    ),
    (
        "Былтыр Бішкектен Қызылордаға 150 тонна азық-түлік көмегі жеткізілді.",
        ["aid.mass level 150 t KGZ>KAZ 2024 actual"],
    ),
    (
        "Президент кеше Бішкекке барды. Сапар барысында бес құжатқа қол таңбасы түсті.",
        ["agreements.count level 5 count 2025-08-20 actual"],
    ),
    ("Алыс-берісіміз былтыр бір жарым миллиардтан асты.", ["trade.turnover level 1500000000 USD 2024 actual"]),
    ("Қырғыз нарығына былтыр 300 мың тонна ұн жөнелттік.", ["trade.export level 300000 t KAZ>KGZ 2024 actual"]),
    (
        "Былтыр Қырғызстанға шығарған өніміміздің құны 1,1 миллиард доллар болды.",
        ["trade.export level 1100000000 USD KAZ>KGZ 2024 actual"],
    ),
    (
        "Көршіден әкелген тауарымыз 2024 жылы 480 миллион доллардан асқан.",
        ["trade.import level 480000000 USD KGZ>KAZ 2024 actual"],
    ),
    ("Бішкек бізге былтыр 500 миллион долларға тауар сатты.", ["trade.export level 500000000 USD KGZ>KAZ 2024 actual"]),
    (
        "Өткен жылы Қырғызстан Қазақстаннан 200 мың тонна бидай сатып алды.",
        ["trade.import level 200000 t KAZ>KGZ 2024 actual"],
    ),
    (
        "Былтыр қазақ экспорты 1,2 млрд, ал қырғыз экспорты 0,5 млрд доллар болды.",
        [
            "trade.export level 1200000000 USD KAZ>KGZ 2024 actual",
            "trade.export level 500000000 USD KGZ>KAZ 2024 actual",
        ],
    ),
    (
        "Былтыр сауда 1,8 миллиардқа жетіп, алдыңғы жылғыдан 200 миллионға артты.",
        ["trade.turnover change +200000000 USD 2024/vs 2023 actual", "trade.turnover level 1800000000 USD 2024 actual"],
    ),
    (
        "Сауда көлемі 2020 жылғы 0,9 миллиардтан былтыр 1,8 миллиард долларға өсті.",
        ["trade.turnover level 1800000000 USD 2024 actual", "trade.turnover level 900000000 USD 2020 actual"],
    ),
    ("Біздің сыртқы саудамызда Қырғызстанның үлесі 1,2 пайыз ғана.", ["trade.turnover share 1.2 percent - actual"]),
    (
        "Екі ел арасындағы тауар айналымы биыл алты айда 12 пайызға кеміп, 790 млн долларды құрады.",
        [
            "trade.turnover growth -12 percent 2025-01/2025-06/vs 2024-01/2024-06 actual",
            "trade.turnover level 790000000 USD 2025-01/2025-06 actual",
        ],
    ),
    ("Тәуелсіздік алғалы екі ел саудасы 10 есе артты.", ["trade.turnover multiple 10 times 1991/2025 actual"]),
    (
        "Үкімет биыл сауданы 2 миллиардқа дейін көтеруді жоспарлап отыр.",
        ["trade.turnover level 2000000000 USD 2025 target"],
    ),
    (
        "Алдағы үш жылда екі ел саудасы 2,5 миллиард долларға жетуі мүмкін.",
        ["trade.turnover level 2500000000 USD 2025/2028 forecast"],
    ),
    (
        "Сарапшылар келер жылы тауар айналымы 2,2 миллиардқа жетеді деп топшылайды.",
        ["trade.turnover level 2200000000 USD 2026 forecast"],
    ),
    (
        "Қырғызстаннан Қазақстанға тартылған қаржы 2024 жылы 15 миллион доллар болды.",
        ["investment.flow level 15000000 USD KGZ>KAZ 2024 actual"],
    ),
    (
        "Былтыр Қазақстаннан келген инвестиция 90 миллион доллардан асты, бұл бір жыл бұрынғыдан екі есе көп.",
        [
            "investment.flow level 90000000 USD KAZ>KGZ 2024 actual",
            "investment.flow multiple 2 times KAZ>KGZ 2024/vs 2023 actual",
        ],
    ),
    (
        "Қырғызстандағы қазақ инвестициясының жинақталған көлемі 1,1 млрд долларға жетті.",
        ["investment.stock level 1100000000 USD KAZ>KGZ - actual"],
    ),
    ("Қазақстанда шамамен 30 мың қырғыз мигранты жүр.", ["migration.persons level 30000 person KGZ>KAZ - actual"]),
    (
        "Ресми дерек бойынша елімізде 25 мыңға жуық қырғыз азаматы жұмыс істейді.",
        ["migration.persons level 25000 person KGZ>KAZ - actual"],
    ),
    (
        "Қырғызстанның жоғары оқу орындарында 3 мыңдай қазақ студенті оқиды.",
        ["education.students level 3000 person KAZ>KGZ - actual"],
    ),
    (
        "Біздегі қырғыз студенттерінің саны екі мыңға жақындады.",
        ["education.students level 2000 person KGZ>KAZ - actual"],
    ),
    (
        "Жыл сайын екі ел бір-біріне 30 грант береді.",
        ["education.grants level 30 count KAZ>KGZ - actual", "education.grants level 30 count KGZ>KAZ - actual"],
    ),
    (
        "Қазақстан қырғыз жастарына бөлетін грантты 50-ден 80-ге көбейтті.",
        ["education.grants level 50 count KAZ>KGZ - actual", "education.grants level 80 count KAZ>KGZ - actual"],
    ),
    (
        "Ыстықкөлге баратын қазақстандықтар былтыр бір миллионнан асты.",
        ["tourism.visitors level 1000000 person KAZ>KGZ 2024 actual"],
    ),
    ("Былтыр көрші елде 800 мың жерлесіміз демалды.", ["tourism.visitors level 800000 person KAZ>KGZ 2024 actual"]),
    (
        "Қырғызстанға келген туристердің әр үшіншісі – қазақстандық.",
        ["tourism.visitors share 33.33 percent KAZ>KGZ - actual"],
    ),
    ("Былтыр «Қордай» бекетінен 9 миллион адам өтті.", ["transport.passengers level 9000000 person 2024 actual"]),
    ("Бекеттен тәулігіне 500-ге жуық жүк машинасы өтеді.", ["other level 500 count - actual"]),
    ("Алматы мен Бішкекті аптасына 21 рейс жалғайды.", ["other level 21 count - actual"]),
    ("Қырғызстан арқылы былтыр 2 миллион тонна жүк тасымалданды.", ["transport.freight level 2000000 t 2024 actual"]),
    ("Екі ел арасында теміржолмен 5,4 миллион тонна жүк тасылды.", ["transport.freight level 5400000 t - actual"]),
    ("Шекарада 270 көлік кезекте тұр.", ["other level 270 count - actual"]),
    (
        "Қысқы маусымда Қазақстан көршісіне 1 миллиард киловатт-сағат электр береді, оның тарифі 12 теңге.",
        ["energy.electricity level 1000000000 kWh KAZ>KGZ - target", "energy.price level 12 KZT KAZ>KGZ - actual"],
    ),
    (
        "Қырғыз жағы биыл Шу мен Талас арқылы 600 миллион текше метр су жібереді.",
        ["water.volume level 600000000 m3 KGZ>KAZ 2025 target"],
    ),
    ("Қазақстан су тасқынынан зардап шеккен Ошқа 500 тонна ұн жіберді.", ["aid.mass level 500 t KAZ>KGZ - actual"]),
    (
        "Үкімет Қырғызстандағы мектепті жөндеуге 2 миллион доллар тегін берді.",
        ["aid.value level 2000000 USD KAZ>KGZ - actual"],
    ),
    ("Қазақстан Қырғызстанға 100 миллион доллар несие берді.", ["other level 100000000 USD KAZ>KGZ - actual"]),
    ("Келіссөз соңында тараптар 12 құжатқа қол қойды.", ["agreements.count level 12 count 2025-08-21 actual"]),
    ("Екі ел арасында 200-ге жуық құжат жасалған.", ["agreements.count level 200 count - actual"]),
    (
        "Форумда 150 миллион долларға жуық 9 келісім жасалды.",
        ["agreements.count level 9 count 2025-08-21 actual", "projects.value level 150000000 USD 2025-08-21 actual"],
    ),
    (
        "Бірлескен 20 жоба жүзеге асып жатыр, жалпы құны 800 миллион доллар.",
        ["projects.count level 20 count - actual", "projects.value level 800000000 USD - actual"],
    ),
    ("Екі елдің даму қорының капиталы 200 миллион долларға жеткізіледі.", ["other level 200000000 USD - target"]),
    (
        "Қазақстанда қырғыз капиталы бар 1,5 мың кәсіпорын тіркелген.",
        ["enterprises.count level 1500 count KGZ>KAZ - actual"],
    ),
    ("Қырғызстанда 600 қазақ компаниясы бар.", ["enterprises.count level 600 count KAZ>KGZ - actual"]),
    ("Қырғызстанда 34 мың қазақ тұрады.", ["other level 34000 person - actual"]),
    ("Қазақстан былтыр 80 миллиард доллардың тауарын экспорттады.", []),
    ("Қырғызстан экономикасына Қытай 500 миллион доллар құйды.", []),
    ("Қазақстан мен Өзбекстанның саудасы 4 миллиард доллардан асты.", []),
    ("Сауда 5 миллиардқа жетсе ғой, шіркін!", []),
    ("Егер кедендік кедергілер жойылса, сауда 3 миллиардқа жетер еді.", []),
    ("Екі ел саудасын 3 миллиардқа жеткізу кімге керек?", []),
    ("Екі ел саудасы 1 миллиардтан асты деген сөзге сенбеймін.", []),
    (
        "– Саудамыз қалай? – Жаман емес, былтыр 1,7 миллиардқа жетті.",
        ["trade.turnover level 1700000000 USD 2024 actual"],
    ),
    (
        "Тауар айналымы туралы сұрадыңыз. Былтыр 1,6 миллиард доллар болды, биылғы межеміз – 2 миллиард.",
        ["trade.turnover level 1600000000 USD 2024 actual", "trade.turnover level 2000000000 USD 2025 target"],
    ),
    (
        "Екі ел саудасы былтыр 1,7 миллиард доллар болды. Соның 1,2 миллиарды – біздің экспорт, қалғаны – импорт.",
        ["trade.export level 1200000000 USD KAZ>KGZ 2024 actual", "trade.turnover level 1700000000 USD 2024 actual"],
    ),
    ("Сауданың үштен екісі Қазақстанның экспорты.", ["trade.export share 66.67 percent KAZ>KGZ - actual"]),
    (
        "Былтыр екі ел арасында 1,7 миллиард доллардың саудасы жасалды.",
        ["trade.turnover level 1700000000 USD 2024 actual"],
    ),
    (
        "Биылғы жеті айда көршімен саудамыз миллиард доллардан асып кетті.",
        ["trade.turnover level 1000000000 USD 2025-01/2025-07 actual"],
    ),
    (
        "Екі ел саудасы 2021 жылы бір миллиардқа жетсе, 2024 жылы 1,7 миллиардқа шықты.",
        ["trade.turnover level 1000000000 USD 2021 actual", "trade.turnover level 1700000000 USD 2024 actual"],
    ),
    ("Біздің сыртқы саудамыздағы Қырғызстанның орны – он бірінші.", ["trade.partner_rank rank 11 count - actual"]),
    ("Қазақстан – Қырғызстанның бесінші ірі сауда серіктесі.", ["trade.partner_rank rank 5 count - actual"]),
    (
        "Қырғызстанның сырттан алатын ұнының 90 пайызы Қазақстаннан келеді.",
        ["trade.import share 90 percent KAZ>KGZ - actual"],
    ),
    ("Былтыр бізден көршіге 120 мың тонна көмір кетті.", ["trade.export level 120000 t KAZ>KGZ 2024 actual"]),
    ("Көршіден 40 мың тонна картоп келді.", ["trade.import level 40000 t KGZ>KAZ - actual"]),
    ("Былтыр Қырғызстаннан 15 мың тонна алма мен өрік әкелдік.", ["trade.import level 15000 t KGZ>KAZ 2024 actual"]),
    (
        "Қазақстанның Қырғызстанға экспорты 2024 жылы 1,25 млрд АҚШ долларын құрап, 5 пайызға төмендеді.",
        [
            "trade.export growth -5 percent KAZ>KGZ 2024/vs 2023 actual",
            "trade.export level 1250000000 USD KAZ>KGZ 2024 actual",
        ],
    ),
    (
        "Қырғызстаннан импорт керісінше 12 пайызға өсіп, 480 миллион доллар болды.",
        ["trade.import growth +12 percent KGZ>KAZ - actual", "trade.import level 480000000 USD KGZ>KAZ - actual"],
    ),
    (
        "Шекарадағы логистикалық орталықтың құрылысына 12 миллиард теңге жұмсалады.",
        ["project.cost level 12000000000 KZT - target"],
    ),
    ("Жаңа көпірге 3 миллиард теңге бөлінді, көпір екі елді жалғайды.", ["project.cost level 3000000000 KZT - actual"]),
    ("Бекетті жаңғыртуға 6,5 миллиард теңге кетеді.", ["project.cost level 6500000000 KZT - target"]),
    ("Екі ел 25 бірлескен жобаны қолға алды.", ["projects.count level 25 count - actual"]),
    (
        "Былтыр қыста Қазақстан Қырғызстанға 900 миллион киловатт-сағат электр берді.",
        ["energy.electricity level 900000000 kWh KAZ>KGZ 2024-24 actual"],
    ),
    ("Былтыр Қырғызстаннан 700 қазақ отбасы көшіп келді.", ["migration.persons level 700 count KGZ>KAZ 2024 actual"]),
    (
        "Биыл жеті айда елімізге 450 қырғызстандық қандас оралды.",
        ["migration.persons level 450 person KGZ>KAZ 2025-01/2025-07 actual"],
    ),
    (
        "Алматыдағы оқу орындарында 800 қырғыз баласы білім алып жатыр.",
        ["education.students level 800 person KGZ>KAZ - actual"],
    ),
    ("Жазда Ыстықкөлге 500 мың қазақстандық келді.", ["tourism.visitors level 500000 person KAZ>KGZ 2025-22 actual"]),
    (
        "Қырғызстанға келген туристің жартысы – біздің азаматтар.",
        ["tourism.visitors share 50 percent KAZ>KGZ - actual"],
    ),
    ("Астана – Бішкек бағытында аптасына 4 рейс ұшады.", ["other level 4 count - actual"]),
    ("Екі ел арасында 12 автобус бағыты жұмыс істейді.", ["other level 12 count - actual"]),
    ("Екі ел шекарасында 9 өткізу бекеті бар.", ["other level 9 count - actual"]),
    ("Екі елдің шекарасы 1 241 шақырымға созылады.", ["other level 1241 km - actual"]),
    ("Қазақстан Баткенге 10 жедел жәрдем көлігін сыйға тартты.", ["other level 10 count KAZ>KGZ - actual"]),
    ("Бішкек халқы 1,2 миллионға жетті.", []),
    ("Депутат 5 сұрақ қойды.", []),
    ("Елші 47 жаста.", []),
    ("Бұл туралы 3-бетте жаздық.", []),
    ("Қазақстан ЖІӨ-сі 300 миллиард доллар.", []),
    ("Қырғызстан Ресейге 2 миллиард доллардың тауарын сатты.", []),
    ("Бішкекте 15 градус жылы.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=[text[:40] for text, _ in SAID])
def test_figures_told_otherwise(text: str, wanted: list[str], figures: Figures) -> None:
    assert sorted(figures(text)) == sorted(wanted)
