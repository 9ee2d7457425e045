import { culture } from '../culture.ts';

export const dutch = culture({
  code: 'nl',
  weight: 45,
  men: 'Bart|Bas|Bram|Daan|Dirk|Erik|Floris|Gerrit|Hendrik|Jan-Willem|Jasper|Jeroen|Jochem|Joost|Koen|Lars|Maarten|Marijn|Niels|Pieter|Ruben|Sander|Sjoerd|Stijn|Teun|Thijs|Tim|Wouter|Yorick',
  women:
    'Aafke|Anouk|Annemiek|Brechtje|Carolien|Daphne|Eefje|Eline|Femke|Fleur|Geertje|Hanneke|Ilse|Jantien|Jolanda|Karin|Liesbeth|Lotte|Maaike|Marloes|Mieke|Nienke|Petra|Roos|Sanne|Saskia|Tineke|Wilhelmina|Zoë|Fenna',
  family:
    "de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|van der Linden|Kok|Jacobs|de Haan|Vermeulen|van den Heuvel|van der Veen|van den Broek|de Bruijn|Schouten|van Beek|Willems|van Vliet|van der Heijden|Hoekstra|Maas|Verhoeven|Koster|van Dam|Prins|Blom|Huisman|Peeters|Kuipers|van 't Hoff|in 't Veld|ter Horst|Op den Kamp|Claes|Wouters|De Smedt|Vandenberghe|Goossens|Terpstra|IJsbrand",
  brands:
    'Molenaar|Zonneveld|Waterland|De Linde|Het Anker|Polder|Rijnzicht|Amstel|Duinrand|De Eik|Zeeland|Kanaal|Noorderlicht|Ooievaar|De Zwaan|Haarlem|Vechtstreek|Oosterbeek|Tulp|De Kroon|Maasoever|Brabant|Friesland|Kastanje',
  small:
    'Tandartspraktijk {b}>tandarts-{b}|Bakkerij {b}>bakkerij-{b}|Notariskantoor {b}>notaris-{b}|Installatiebedrijf {b}{s}>installatie-{b}|Dierenkliniek {b}>dierenkliniek-{b}|Fietsenwinkel {b}>fietsen-{b}',
  middle:
    '{b} Transport{s}>{b}-transport-nl|{b} Accountants{s}>{b}-accountants|Kwekerij {b}{s}>kwekerij-{b}|{b} Zuivel{s}>{b}-zuivel|Bouwbedrijf {b}{s}>bouwbedrijf-{b}|Drukkerij {b}{s}>drukkerij-{b}|Jachtwerf {b}{s}>jachtwerf-{b}',
  large:
    'Ziekenhuis {b}>ziekenhuis-{b}|Woningstichting {b}>wonen-{b}|Scholengroep {b}>scholen-{b}|{b} Groep{s}>{b}-groep',
  titles:
    'Directie|Boekhouding|Receptie|Inkoop|Verkoop|Personeelszaken|Planning|Applicatiebeheer|Werkplaats|Magazijn|Projectleider|Praktijkmanager',
  streets:
    'Dorpsstraat {n}|Kerkstraat {n}|Stationsweg {n}|Molenweg {n}|Prinsengracht {n}|Havenkade {n}|Schoolstraat {n}',
  places:
    'NL;Utrecht;;3511 AB;+31 30 555 ####|NL;Groningen;;9711 LM;+31 50 555 ####|NL;Eindhoven;Noord-Brabant;5611 EM;+31 40 555 ####|NL;Zwolle;Overijssel;8011 PK;+31 38 555 ####|BE;Gent;Oost-Vlaanderen;9000;+32 9 555 ## ##|BE;Antwerpen;;2000;+32 3 555 ## ##',
});
