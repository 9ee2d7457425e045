import { culture } from '../culture.ts';

export const french = culture({
  code: 'fr',
  weight: 65,
  twoNames: 0.04,
  men: 'Adrien|Alain|Antoine|Benoît|Bertrand|Cédric|Christophe|Didier|Émile|Étienne|François|Frédéric|Gaël|Gérard|Grégoire|Guillaume|Hervé|Jean-Baptiste|Jean-Pierre|Jérôme|Loïc|Mathieu|Noël|Olivier|Raphaël|Rémi|Stéphane|Théo|Thierry|Yves',
  women:
    'Adèle|Agnès|Amélie|Anaïs|Aurélie|Béatrice|Camille|Cécile|Céline|Clémence|Delphine|Élodie|Émilie|Estelle|Ève|Françoise|Geneviève|Hélène|Inès|Jeanne|Léa|Lucie|Maëlle|Marie-Claude|Mathilde|Mélanie|Noémie|Océane|Pénélope|Solène|Sylvie|Véronique',
  family:
    'Martin|Bernard|Dubois|Thomas|Robert|Richard|Petit|Durand|Leroy|Moreau|Simon|Laurent|Lefèvre|Michel|Garcin|David|Bertrand|Roux|Vincent|Fournier|Morel|Girard|André|Mercier|Dupont|Lambert|Bonnet|François|Martinez|Legrand|Garnier|Faure|Rousseau|Blanc|Guérin|Muller|Henry|Roussel|Nicolas|Perrin|Morin|Mathieu|Clément|Gauthier|Dumont|Lopez|Fontaine|Chevalier|Robin|Masson|de La Fontaine|Le Goff|L’Hermitte|d’Aubigny|Bélanger|Tremblay|Côté|Lévesque|Ouellet|Desrosiers|N’Guessan|Ben Saïd',
  brands:
    'Belle Rive|des Tilleuls|du Marché|Saint-Michel|des Lilas|de la Gare|Bellevue|des Alpes|Val Fleuri|du Lac|Beauséjour|Montplaisir|des Remparts|Grand Large|du Château|Clairval|Hautefeuille|Bois Joli|de l’Étoile|des Moulins|Rivière|Sainte-Foy|Mirabel|Vieux Port|Côte d’Argent|Ardenne',
  small:
    'Cabinet dentaire {b}>dentaire-{b}|Boulangerie {b}>boulangerie-{b}|Clinique vétérinaire {b}>veto-{b}|Pharmacie {b}>pharmacie-{b}|Garage {b}{s}>garage-{b}|Librairie {b}>librairie-{b}|Étude notariale {b}>notaires-{b}',
  middle:
    'Transports {b}{s}>transports-{b}|Menuiserie {b}{s}>menuiserie-{b}|Fromagerie {b}{s}>fromagerie-{b}|Résidence {b}{s}>residence-{b}|Domaine {b}>domaine-{b}|Expertise comptable {b}{s}>compta-{b}|Imprimerie {b}{s}>imprimerie-{b}',
  large: 'Centre hospitalier {b}>ch-{b}|Groupe {b}{s}>groupe-{b}|Lycée {b}>lycee-{b}|Mutuelle {b}>mutuelle-{b}',
  titles:
    'Gérance|Comptabilité|Accueil|Direction générale|Ressources humaines|Achats|Service commercial|Secrétariat|Chef de projet|Responsable informatique|Atelier|Logistique|Infirmerie',
  streets:
    '{n}, rue de la République|{n}, avenue Victor-Hugo|{n}, place du Marché|{n}, rue des Écoles|{n}, boulevard Gambetta|{n}, chemin du Moulin|{n}, quai de Saône',
  places:
    'FR;Lyon;Rhône;69002;+33 1 99 00 ## ##|FR;Nantes;Loire-Atlantique;44000;+33 2 61 91 ## ##|FR;Toulouse;Haute-Garonne;31000;+33 5 36 49 ## ##|BE;Liège;;4000;+32 4 555 ## ##|CA;Québec;QC;G1R 4P5;(418) 555-01##|CA;Sherbrooke;QC;J1H 5N4;(819) 555-01##|CH;Lausanne;VD;1003;+41 21 555 ## ##',
});
