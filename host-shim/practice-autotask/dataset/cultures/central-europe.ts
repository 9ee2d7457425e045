import { culture } from '../culture.ts';

export const polish = culture({
  code: 'pl',
  weight: 30,
  men: 'Adam|Andrzej|Bartosz|Błażej|Dariusz|Dominik|Grzegorz|Jacek|Jakub|Jan|Jarosław|Kacper|Krzysztof|Łukasz|Maciej|Marcin|Michał|Paweł|Piotr|Radosław|Rafał|Sławomir|Stanisław|Szymon|Tomasz|Wojciech|Zbigniew|Żelisław',
  women:
    'Agnieszka|Alicja|Anna|Barbara|Beata|Bożena|Danuta|Dorota|Ewa|Grażyna|Halina|Iwona|Joanna|Justyna|Katarzyna|Kinga|Krystyna|Magdalena|Małgorzata|Marzena|Monika|Natalia|Paulina|Renata|Świetlana|Teresa|Weronika|Zofia|Żaneta',
  family:
    'Nowak|Kowalski|Wiśniewski|Wójcik|Kowalczyk|Kamiński|Lewandowski|Zieliński|Szymański|Woźniak|Dąbrowski|Kozłowski|Jankowski|Mazur|Wojciechowski|Kwiatkowski|Krawczyk|Kaczmarek|Piotrowski|Grabowski|Zając|Pawłowski|Michalski|Król|Wieczorek|Jabłoński|Wróbel|Nowakowski|Majewski|Olszewski|Stępień|Malinowski|Jaworski|Adamczyk|Dudek|Pawlak|Górski|Sikora|Walczak|Rutkowski|Baran|Michalak|Szewczyk|Ostrowski|Tomaszewski|Pietrzak|Zalewski|Wróblewski|Marciniak|Jasiński|Sadowski|Bąk|Gołąb',
  familyOfWomen:
    'Nowak|Kowalska|Wiśniewska|Wójcik|Kowalczyk|Kamińska|Lewandowska|Zielińska|Szymańska|Woźniak|Dąbrowska|Kozłowska|Jankowska|Mazur|Wojciechowska|Kwiatkowska|Krawczyk|Kaczmarek|Piotrowska|Grabowska|Zając|Pawłowska|Michalska|Król|Wieczorek|Jabłońska|Wróbel|Nowakowska|Majewska|Olszewska|Stępień|Malinowska|Jaworska|Adamczyk|Dudek|Pawlak|Górska|Sikora|Walczak|Rutkowska|Baran|Michalak|Szewczyk|Ostrowska|Tomaszewska|Pietrzak|Zalewska|Wróblewska|Marciniak|Jasińska|Sadowska|Bąk|Gołąb',
  brands:
    'Bursztyn|Dębowa Góra|Jantar|Wisła|Tatry|Złoty Róg|Lipowy Dwór|Słoneczna|Karpaty|Mazury|Orzeł|Zamkowa|Piast|Warta|Bałtyk|Sokół|Świerk|Leśna Polana',
  small:
    'Stomatologia {b}>stomatologia-{b}|Piekarnia {b}>piekarnia-{b}|Apteka {b}>apteka-{b}|Biuro Rachunkowe {b}>rachunki-{b}|Gabinet Weterynaryjny {b}>wet-{b}',
  middle:
    '{b} Budownictwo{s}>{b}-budownictwo|Transport {b}{s}>transport-{b}|Drukarnia {b}{s}>drukarnia-{b}|Meble {b}{s}>meble-{b}|Mleczarnia {b}{s}>mleczarnia-{b}',
  large: 'Szpital {b}>szpital-{b}|Zakłady {b} S.A.>zaklady-{b}|Urząd Miasta {b}>um-{b}',
  titles: 'Zarząd|Księgowość|Recepcja|Zakupy|Sprzedaż|Kadry|Informatyk|Magazyn|Kierownik projektu|Sekretariat',
  streets: 'ul. Długa {n}|ul. Mickiewicza {n}|ul. Kościuszki {n}|Rynek {n}|al. Niepodległości {n}|ul. Polna {n}',
  places:
    'PL;Kraków;małopolskie;30-001;+48 12 555 ## ##|PL;Gdańsk;pomorskie;80-001;+48 58 555 ## ##|PL;Wrocław;dolnośląskie;50-001;+48 71 555 ## ##|PL;Łódź;łódzkie;90-001;+48 42 555 ## ##',
});

export const czech = culture({
  code: 'cs',
  weight: 18,
  men: 'Adam|Aleš|Bohumil|David|Filip|František|Jakub|Jan|Jaroslav|Jiří|Josef|Karel|Libor|Lukáš|Marek|Martin|Miloš|Miroslav|Ondřej|Pavel|Petr|Radek|Stanislav|Štěpán|Tomáš|Václav|Vojtěch|Zdeněk',
  women:
    'Alena|Andrea|Anežka|Barbora|Božena|Dagmar|Eliška|Eva|Hana|Helena|Ivana|Jana|Jiřina|Kateřina|Klára|Lenka|Lucie|Ludmila|Markéta|Michaela|Monika|Pavla|Petra|Růžena|Šárka|Tereza|Věra|Zdeňka|Žofie',
  family:
    'Novák|Svoboda|Novotný|Dvořák|Černý|Procházka|Kučera|Veselý|Horák|Němec|Pokorný|Marek|Pospíšil|Hájek|Jelínek|Král|Růžička|Beneš|Fiala|Sedláček|Doležal|Zeman|Kolář|Krejčí|Navrátil|Čermák|Urban|Vaněk|Blažek|Kříž|Kratochvíl|Kopecký|Bartoš|Vlček|Musil|Šimek|Polák|Konečný|Malý|Čech|Kadlec|Štěpánek|Holub|Staněk',
  familyOfWomen:
    'Nováková|Svobodová|Novotná|Dvořáková|Černá|Procházková|Kučerová|Veselá|Horáková|Němcová|Pokorná|Marková|Pospíšilová|Hájková|Jelínková|Králová|Růžičková|Benešová|Fialová|Sedláčková|Doležalová|Zemanová|Kolářová|Krejčí|Navrátilová|Čermáková|Urbanová|Vaňková|Blažková|Křížová|Kratochvílová|Kopecká|Bartošová|Vlčková|Musilová|Šimková|Poláková|Konečná|Malá|Čechová|Kadlecová|Štěpánková|Holubová|Staňková',
  brands: 'Vltava|Krkonoše|Lípa|Zlatá Hvězda|Šumava|Morava|Pod Kaštany|Bílá Labuť|Labe|Beskydy|Javor|Modrý Mlýn',
  small:
    'Zubní ordinace {b}>zuby-{b}|Pekařství {b}>pekarstvi-{b}|Lékárna {b}>lekarna-{b}|Účetnictví {b}{s}>ucetnictvi-{b}',
  middle:
    'Strojírny {b}{s}>strojirny-{b}|Pivovar {b}{s}>pivovar-{b}|Sklárna {b}{s}>sklarna-{b}|{b} Stavby{s}>{b}-stavby',
  large: 'Nemocnice {b}>nemocnice-{b}|Teplárna {b} a.s.>teplarna-{b}|Gymnázium {b}>gymnazium-{b}',
  titles: 'Jednatel|Účetní|Recepce|Nákup|Obchodní oddělení|Personální oddělení|Správce sítě|Sklad',
  streets: 'Hlavní {n}|Nádražní {n}|Masarykova {n}|Na Příkopě {n}|Zahradní {n}',
  places: 'CZ;Brno;;602 00;+420 555 100 ###|CZ;Plzeň;;301 00;+420 555 200 ###|CZ;Olomouc;;779 00;+420 555 300 ###',
});

export const hungarian = culture({
  code: 'hu',
  weight: 12,
  men: 'Ádám|András|Attila|Balázs|Bence|Csaba|Dániel|Ferenc|Gábor|György|Imre|István|János|József|Lajos|László|Máté|Miklós|Péter|Sándor|Tamás|Zoltán|Zsolt',
  women:
    'Ágnes|Anikó|Beáta|Boglárka|Csilla|Dóra|Erzsébet|Éva|Gabriella|Hajnalka|Ildikó|Judit|Katalin|Krisztina|Lívia|Márta|Mónika|Orsolya|Piroska|Réka|Szilvia|Tünde|Virág|Zsuzsanna',
  family:
    'Nagy|Kovács|Tóth|Szabó|Horváth|Varga|Kiss|Molnár|Németh|Farkas|Balogh|Papp|Takács|Juhász|Lakatos|Mészáros|Oláh|Simon|Rácz|Fekete|Szilágyi|Török|Fehér|Balázs|Gál|Kis|Szűcs|Kocsis|Pintér|Fodor|Orsós|Szalai|Sipos|Magyar|Lukács|Gulyás|Bíró|Király|Katona|Jakab|Győrffy|Ürögi',
  brands: 'Tisza|Duna|Napfény|Mátra|Balaton|Fehér Ló|Pannónia|Aranykalász|Gellért|Bakony|Tölgyes|Kék Hordó',
  small: '{b} Fogászat>{b}-fogaszat|{b} Pékség>{b}-pekseg|{b} Könyvelő{s}>{b}-konyvelo|{b} Patika>{b}-patika',
  middle:
    '{b} Pincészet{s}>{b}-pinceszet|{b} Építő{s}>{b}-epito|{b} Szállítmányozás{s}>{b}-szallitas|{b} Nyomda{s}>{b}-nyomda',
  large: '{b} Kórház>{b}-korhaz|{b} Gépgyár Zrt.>{b}-gepgyar|{b} Egyetem>{b}-egyetem',
  titles: 'Ügyvezető|Könyvelés|Recepció|Beszerzés|Értékesítés|Rendszergazda|Raktár|Titkárság',
  streets: 'Fő utca {n}.|Kossuth Lajos utca {n}.|Petőfi tér {n}.|Rákóczi út {n}.',
  places: 'HU;Szeged;;6720;+36 62 555 ###|HU;Debrecen;;4024;+36 52 555 ###|HU;Győr;;9021;+36 96 555 ###',
});

export const romanian = culture({
  code: 'ro',
  weight: 12,
  men: 'Adrian|Alexandru|Andrei|Bogdan|Călin|Cătălin|Ciprian|Constantin|Cristian|Dănuț|Dragoș|Florin|Gheorghe|Ioan|Ionuț|Liviu|Marius|Mihai|Nicolae|Ovidiu|Radu|Răzvan|Ștefan|Vlad',
  women:
    'Adina|Alina|Ana-Maria|Anca|Andreea|Bianca|Camelia|Corina|Cristina|Daniela|Elena|Floarea|Gabriela|Ileana|Ioana|Irina|Loredana|Mădălina|Mihaela|Oana|Raluca|Roxana|Simona|Ștefania|Viorica',
  family:
    'Popa|Popescu|Ionescu|Radu|Dumitrescu|Stan|Stoica|Gheorghiu|Matei|Ciobanu|Rusu|Constantin|Marin|Tudor|Dobre|Barbu|Nistor|Florea|Dinu|Georgescu|Stănescu|Munteanu|Diaconu|Mihăilescu|Oprea|Șerban|Lungu|Sandu|Voicu|Moldovan|Toma|Ardelean|Ungureanu|Țurcanu|Vasilescu|Crăciun|Bălan|Enache|Neagu|Preda|Zamfir|Iordache',
  brands: 'Carpați|Dacia Nouă|Delta|Stejarul|Mureș|Bucegi|Luceafărul|Oltenia|Ștefan Vodă|Dunărea|Moldova|Vatra',
  small: 'Stomatologie {b}>stoma-{b}|Brutăria {b}>brutaria-{b}|Farmacia {b} Plus>farmacia{b}|{b} Conta{s}>{b}-conta',
  middle: '{b} Construct{s}>{b}-construct|{b} Trans{s}>{b}-trans|Crama {b}{s}>crama-{b}|{b} Textil{s}>{b}-textil',
  large: 'Spitalul {b}>spital-{b}|{b} Metal S.A.>{b}-metal|Primăria {b}>primaria-{b}',
  titles: 'Administrator|Contabilitate|Recepție|Achiziții|Vânzări|Resurse umane|Suport IT|Depozit',
  streets: 'Str. Mihai Eminescu {n}|Bd. Unirii {n}|Str. Libertății {n}|Piața Mare {n}',
  places:
    'RO;Cluj-Napoca;Cluj;400001;+40 264 555 ###|RO;Iași;;700001;+40 232 555 ###|RO;Timișoara;Timiș;300001;+40 256 555 ###',
});

export const turkish = culture({
  code: 'tr',
  weight: 20,
  men: 'Ahmet|Ali Rıza|Barış|Burak|Can|Cem|Çağlar|Emre|Enis|Ercan|Fatih|Furkan|Gökhan|Hakan|Halil İbrahim=halil ibrahim|Hüseyin|İlker=ilker|Kağan|Kemal|Mehmet|Murat|Mustafa|Oğuz|Onur|Serkan|Tolga|Uğur|Volkan|Yiğit',
  women:
    'Aslı|Ayça|Ayşe|Başak|Beyza|Burcu|Büşra|Ceren|Çiğdem|Deniz|Derya|Dilek|Ebru|Elif|Esra|Fatma|Gamze|Gülşen|Hatice|İpek=ipek|Kübra|Meltem|Merve|Nilüfer|Özge|Pınar|Selin|Şebnem|Şule|Tuğba|Zeynep',
  family:
    'Yılmaz|Kaya|Demir|Çelik|Şahin|Yıldız|Yıldırım|Öztürk|Aydın|Özdemir|Arslan|Doğan|Kılıç|Aslan|Çetin|Kara|Koç|Kurt|Özkan|Şimşek|Polat|Korkmaz|Çakır|Erdoğan|Acar|Aksoy|Avcı|Güneş|Bozkurt|Taş|Ünal|Yavuz|Tekin|Güler|Işık|Sarı|Uçar|Karaca|Bulut|Keskin|Ateş|Turan|Gündoğdu|Ağaoğlu',
  brands:
    'Boğaziçi|Anadolu|Ege|Kartal|Gül|Yeşil Vadi|Pamukkale|Marmara|Zeytin|Kapadokya|Kuzey Yıldızı|Çınar|Fener|Toros',
  small: '{b} Diş Kliniği>{b}-dis|{b} Fırın>{b}-firin|{b} Muhasebe{s}>{b}-muhasebe|{b} Eczanesi>{b}-eczane',
  middle:
    '{b} Tekstil{s}>{b}-tekstil|{b} Lojistik{s}>{b}-lojistik|{b} İnşaat{s}>{b}-insaat|{b} Otel{s}>{b}-otel|{b} Gıda{s}>{b}-gida',
  large: '{b} Hastanesi>{b}-hastane|{b} Holding A.Ş.>{b}-holding|{b} Üniversitesi>{b}-univ',
  titles: 'Genel Müdür|Muhasebe|Danışma|Satın Alma|Satış|İnsan Kaynakları|Bilgi İşlem|Depo|Proje Yöneticisi',
  streets: 'Atatürk Cad. No: {n}|Cumhuriyet Mah. {n}. Sok.|İstiklal Cad. No: {n}|Barbaros Bulvarı No: {n}',
  places: 'TR;İzmir;;35210;+90 232 555 ## ##|TR;Ankara;;06420;+90 312 555 ## ##|TR;Bursa;;16010;+90 224 555 ## ##',
});
