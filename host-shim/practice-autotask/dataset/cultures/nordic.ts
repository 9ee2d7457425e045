import { culture } from '../culture.ts';

export const swedish = culture({
  code: 'sv',
  weight: 28,
  twoNames: 0.05,
  men: 'Anders|Axel|Bengt|Björn|Carl-Johan|Erik|Fredrik|Göran|Gustav|Håkan|Henrik|Jörgen|Karl|Lars-Erik|Lennart|Magnus|Mats|Mikael|Nils|Ola|Oskar|Per|Rikard|Sven|Tomas|Ulf|Viktor|Åke',
  women:
    'Agneta|Alva|Anna-Karin|Annika|Birgitta|Ebba|Elin|Elsa|Emelie|Eva-Lena|Frida|Gunilla|Hanna|Helena|Ingrid|Johanna|Karin|Kerstin|Linnéa|Lovisa|Maja|Malin|Märta|Sara|Sigrid|Sofia|Ulla|Åsa|Ylva',
  family:
    'Andersson|Johansson|Karlsson|Nilsson|Eriksson|Larsson|Olsson|Persson|Svensson|Gustafsson|Pettersson|Jonsson|Jansson|Hansson|Bengtsson|Lindberg|Jakobsson|Magnusson|Lindström|Olofsson|Lindqvist|Lindgren|Berg|Axelsson|Bergström|Lundberg|Lind|Lundgren|Lundqvist|Mattsson|Berglund|Fredriksson|Sandberg|Henriksson|Forsberg|Sjöberg|Wallin|Engström|Eklund|Danielsson|Lundin|Håkansson|Björk|Bergman|Gunnarsson|Holm|Wikström|Samuelsson|Isaksson|Fransson|Åberg|Öberg|af Klint',
  brands:
    'Norrsken|Björkhaga|Sjöbris|Fjällräv|Skärgård|Älvdalen|Ekbacken|Vasa|Solgläntan|Tallmon|Mälaren|Granit|Stenholm|Öresund|Lövsta|Kungsholm|Dalarö|Rödluvan',
  small:
    'Tandläkarna {b}>tandlakarna-{b}|Bageri {b}>bageri-{b}|{b} Redovisning{s}>{b}-redovisning|{b} El & VVS{s}>{b}-el|Optik {b}>optik-{b}|Djursjukhuset {b}>djur-{b}',
  middle:
    '{b} Bygg{s}>{b}-bygg|{b} Åkeri{s}>{b}-akeri|{b} Snickeri{s}>{b}-snickeri|{b} Fastigheter{s}>{b}-fastigheter|{b} Trävaror{s}>{b}-travaror',
  large: 'Region {b}>region-{b}|{b} Industri{s}>{b}-industri|{b} Kraft{s}>{b}-kraft',
  titles: 'VD|Ekonomi|Reception|Inköp|Försäljning|HR|IT-ansvarig|Lager|Projektledare|Verkstad|Administration',
  streets: 'Storgatan {n}|Kungsgatan {n}|Skolgatan {n}|Järnvägsgatan {n}|Hamngatan {n}|Björkvägen {n}',
  places:
    'SE;Göteborg;;411 03;+46 31 390 06 ##|SE;Uppsala;;753 20;+46 18 555 ## ##|SE;Umeå;;903 26;+46 90 555 ## ##|SE;Malmö;;211 22;+46 40 628 04 ##',
});

export const danish = culture({
  code: 'da',
  weight: 20,
  men: 'Anders|Asger|Bjarne|Christian|Emil|Frederik|Hans|Henning|Jakob|Jens|Jesper|Jørgen|Kasper|Kjeld|Lasse|Mads|Mikkel|Morten|Niels|Ole|Poul|Rasmus|Søren|Troels|Aage',
  women:
    'Anne|Birthe|Bodil|Camilla|Ditte|Else|Freja|Gitte|Grethe|Hanne|Ida|Inger|Julie|Karen|Kirsten|Lærke|Line|Mette|Pernille|Rikke|Signe|Solveig|Sørine|Tove|Vibeke',
  family:
    'Nielsen|Jensen|Hansen|Pedersen|Andersen|Christensen|Larsen|Sørensen|Rasmussen|Jørgensen|Petersen|Madsen|Kristensen|Olsen|Thomsen|Christiansen|Poulsen|Johansen|Møller|Mortensen|Knudsen|Jakobsen|Mikkelsen|Frederiksen|Laursen|Lund|Holm|Schmidt|Eriksen|Kjær|Nørgaard|Vestergaard|Bæk|Dahl|Friis|Østergaard|Haugen|Bjørnstad|Ødegård|Nygård|Bråthen|Lie|Solberg',
  brands:
    'Fyrtårnet|Nordhavn|Havblik|Bøgelund|Strandgård|Kronborg|Lyngby|Mølleå|Skagen|Vesterhav|Østerbro|Fjordglimt|Nordlys|Holmenkollen|Bryggen|Solsiden',
  small:
    'Tandlægerne {b}>tand-{b}|Bageriet {b}>bageriet-{b}|{b} Regnskab{s}>{b}-regnskab|{b} VVS{s}>{b}-vvs|{b} Dyrehospital>{b}-dyrehospital',
  middle:
    '{b} Mejeri{s}>{b}-mejeri|{b} Rederi{s}>{b}-rederi|{b} Entreprise{s}>{b}-entreprise|Hotel {b}{s}>{b}-hotel|{b} Møbler{s}>{b}-moebler',
  large: '{b} Kommune>{b}-kommune|{b} Vindkraft{s}>{b}-vindkraft|{b} Sygehus>{b}-sygehus',
  titles: 'Direktør|Bogholderi|Reception|Indkøb|Salg|Lager|IT-chef|Projektleder|Kundeservice',
  streets: 'Vestergade {n}|Nørregade {n}|Havnevej {n}|Storgata {n}|Kirkeveien {n}|Skolevej {n}',
  places:
    'DK;Aarhus;;8000;+45 55 55 ## ##|DK;Odense;;5000;+45 55 56 ## ##|NO;Bergen;;5003;+47 55 50 ## ##|NO;Trondheim;;7011;+47 73 55 ## ##',
});

export const finnish = culture({
  code: 'fi',
  weight: 14,
  men: 'Aleksi|Antti|Eero|Eino|Esa|Hannu|Heikki|Ilkka|Jari|Jukka-Pekka|Juhani|Kalle|Lauri|Matti|Mikko|Olli|Pekka|Petri|Sami|Seppo|Tapio|Timo|Väinö|Yrjö',
  women:
    'Aino|Anneli|Eeva|Elina|Hanna-Leena|Helmi|Iida|Johanna|Kaisa|Katariina|Leena|Liisa|Maarit|Marjatta|Minna|Päivi|Riikka|Sanna|Satu|Sini|Tiina|Tuulikki|Venla',
  family:
    'Korhonen|Virtanen|Mäkinen|Nieminen|Mäkelä|Hämäläinen|Laine|Heikkinen|Koskinen|Järvinen|Lehtonen|Lehtinen|Saarinen|Salminen|Heinonen|Niemi|Heikkilä|Salonen|Kinnunen|Turunen|Salo|Laitinen|Tuominen|Rantanen|Karjalainen|Jokinen|Mattila|Savolainen|Lahtinen|Ahonen|Ojala|Räsänen|Pöysti|Hyvönen|Kärkkäinen|Åkerlund|Väisänen',
  brands: 'Revontuli|Kuusela|Järvenranta|Satama|Koivula|Pohjola|Saimaa|Tunturi|Lumme|Aurinko|Metsola|Louhi',
  small:
    'Hammaslääkärit {b}>hammas-{b}|{b} Tilitoimisto{s}>{b}-tilit|Leipomo {b}{s}>leipomo-{b}|{b} Sähkö{s}>{b}-sahko',
  middle: '{b} Rakennus{s}>{b}-rakennus|{b} Saha{s}>{b}-saha|{b} Kuljetus{s}>{b}-kuljetus|Hotelli {b}{s}>hotelli-{b}',
  large: '{b} Telakka{s}>{b}-telakka|{b} Energia{s}>{b}-energia-fi|{b} Kaupunki>{b}-kaupunki',
  titles: 'Toimitusjohtaja|Kirjanpito|Vastaanotto|Osto|Myynti|Varasto|Tietohallinto|Henkilöstö',
  streets: 'Kauppakatu {n}|Asemakatu {n}|Rantatie {n}|Koulukatu {n}|Mannerheimintie {n}',
  places:
    'FI;Tampere;;33100;+358 3 5550 ###|FI;Oulu;;90100;+358 8 5550 ###|FI;Turku;;20100;+358 2 5550 ###|FI;Joensuu;;80100;+358 13 5550 ##',
});
