import { culture } from '../culture.ts';

export const german = culture({
  code: 'de',
  weight: 90,
  twoNames: 0.04,
  men: 'Andreas|Bernd|Christian|Dieter|Florian|Günther|Hans-Jürgen|Jörg|Jürgen|Karl-Heinz|Klaus|Lukas|Markus|Matthias|Maximilian|Moritz|Norbert|Ralf|Rüdiger|Sebastian|Stefan|Thorsten|Tobias|Ulrich|Wolfgang|Götz|Björn',
  women:
    'Anja|Annegret|Birgit|Claudia|Elke|Franziska|Gabriele|Heike|Ingrid|Jana|Käthe|Katharina|Lena|Leonie|Marie-Luise|Martina|Monika|Petra|Renate|Sabine|Silke|Susanne|Ulrike|Ute|Bärbel|Jördis|Svenja',
  family:
    'Müller|Schmidt|Schneider|Fischer|Weber|Meyer|Wagner|Becker|Schulz|Hoffmann|Schäfer|Koch|Bauer|Richter|Klein|Wolf|Schröder|Neumann|Schwarz|Zimmermann|Braun|Krüger|Hofmann|Hartmann|Lange|Werner|Krause|Lehmann|Köhler|Maier|Huber|Kaiser|Fuchs|Vogel|Weiß|Jäger|Möller|Groß|Böhm|Voß|von Bergen|von der Heide|Freiherr von Stetten|Strauß|Brückner|Engelhardt|Kästner|Lindemann|Oberhofer|Pfeiffer|Ritter|Sauer|Thiele|Ullmann|Winkler|Ziegler|Gruber|Steiner|Egger|Zürcher|Aebischer',
  brands:
    'Brandt|Alpenblick|Elbtal|Hafen|Linden|Sonnenhof|Waldsee|Rosenau|Seeblick|Bergmann|Ostermann|Steinbach|Falkenstein|Lohmann|Ahlers|Hagedorn|Eichhorn|Kirchhoff|Mühlbach|Grünwald|Nordlicht|Taunus|Schwarzwald|Donau|Isar|Havelland|Weserbergland|Rheingold|Königstein|Birkenfeld|Holstein|Wendland',
  small:
    'Zahnarztpraxis {b}>zahnarzt-{b}|Bäckerei {b}>baeckerei-{b}|Steuerkanzlei {b} & Partner>kanzlei-{b}|Elektro {b}{s}>elektro-{b}|Tierarztpraxis {b}>tierarzt-{b}|Physiotherapie {b}>physio-{b}|Architekturbüro {b}>architektur-{b}|Apotheke {b}>apotheke-{b}|Malerbetrieb {b}{s}>maler-{b}',
  middle:
    '{b} Maschinenbau{s}>{b}-maschinenbau|Hotel {b}{s}>hotel-{b}|Spedition {b}{s}>spedition-{b}|Autohaus {b}{s}>autohaus-{b}|{b} Gebäudetechnik{s}>{b}-gebaeudetechnik|Druckerei {b}{s}>druckerei-{b}|Weingut {b}>weingut-{b}|{b} Rechtsanwälte>ra-{b}|Brauerei {b}{s}>brauerei-{b}',
  large:
    'Stadtwerke {b}{s}>stadtwerke-{b}|Klinikum {b}{s}>klinikum-{b}|{b} Versicherungsgruppe AG>{b}-versicherung|{b} Werke AG>{b}-werke',
  titles:
    'Geschäftsführung|Buchhaltung|Einkauf|Vertrieb|IT-Leitung|Praxisleitung|Empfang|Personalabteilung|Projektleitung|Sachbearbeitung|Assistenz der Geschäftsführung|Lagerleitung|Werkstatt|Konstruktion',
  streets:
    'Hauptstraße {n}|Bahnhofstraße {n}|Gartenweg {n}|Am Markt {n}|Lindenallee {n}|Industriestraße {n}|Schillerstraße {n}|Hafenstraße {n}|Ringstraße {n}',
  places:
    'DE;Hamburg;;20095;+49 40 66969 ###|DE;München;Bayern;80331;+49 89 99998 ###|DE;Leipzig;Sachsen;04109;+49 341 23125 ##|DE;Köln;NRW;50667;+49 221 4710 ###|DE;Freiburg;Baden-Württemberg;79098;+49 761 555 ###|AT;Graz;Steiermark;8010;+43 316 555 ###|AT;Wien;;1010;+43 1 555 ####|CH;Zürich;ZH;8001;+41 44 555 ## ##|CH;Bern;BE;3011;+41 31 555 ## ##',
});
