import { culture } from '../culture.ts';

export const italian = culture({
  code: 'it',
  weight: 30,
  men: 'Alessandro|Andrea|Antonio|Carlo|Dario|Davide|Emanuele|Enrico|Fabio|Federico|Filippo|Francesco|Gianluca|Giorgio|Giovanni|Giuseppe|Lorenzo|Luca|Marco|Matteo|Niccolò|Nicolò Maria|Paolo|Pietro|Riccardo|Salvatore|Simone|Stefano|Tommaso|Umberto',
  women:
    'Alessia|Angela|Anna Maria|Arianna|Beatrice|Benedetta|Bianca|Carla|Caterina|Chiara|Cristina|Daniela|Elisa|Eleonora|Federica|Francesca|Gaia|Giada|Giulia|Ilaria|Lucia|Margherita|Martina|Noemi|Paola|Roberta|Serena|Silvia|Valentina|Viola',
  family:
    "Rossi|Russo|Ferrari|Esposito|Bianchi|Romano|Colombo|Ricci|Marino|Greco|Bruno|Gallo|Conti|De Luca|Mancini|Costa|Giordano|Rizzo|Lombardi|Moretti|Barbieri|Fontana|Santoro|Mariani|Rinaldi|Caruso|Ferrara|Galli|Martini|Leone|Longo|Gentile|Martinelli|Vitale|Lombardo|Serra|Coppola|De Santis|D'Angelo|Marchetti|Parisi|Villa|Conte|Ferraro|Ferri|Fabbri|Bianco|Marini|Grasso|Valentini|D'Amico|Dell'Acqua|Nicolò|Pellegrini|Palumbo|Sanna",
  brands:
    'Belvedere|San Marco|Monte Rosa|Aurora|Il Faro|La Quercia|Lago Blu|Santa Chiara|Porta Nuova|Campanile|Valdarno|Ponte Vecchio|Mirandola|Adriatica|Etna|Ligure|Rivamare|Castelnuovo|Fiordaliso|Serenissima|Bellini|Torrenova',
  small:
    'Studio Dentistico {b}>dentista-{b}|Panificio {b}>panificio-{b}|Farmacia {b}>farma-{b}|Studio Commercialista {b}>studio-{b}|Officina {b}{s}>officina-{b}|Ottica {b}>ottica-{b}',
  middle:
    'Cantina {b}{s}>cantina-{b}|Albergo {b}{s}>albergo-{b}|Ceramiche {b}{s}>ceramiche-{b}|Autotrasporti {b}{s}>autotrasporti-{b}|Oleificio {b}{s}>oleificio-{b}|Meccanica {b}{s}>meccanica-{b}',
  large:
    'Ospedale {b}>ospedale-{b}|Gruppo {b}{s}>gruppo-{b}|Istituto {b}>istituto-{b}|Acquedotto {b}{s}>acquedotto-{b}',
  titles:
    'Amministrazione|Contabilità|Direzione|Ufficio acquisti|Risorse umane|Segreteria|Vendite|Produzione|Magazzino|Responsabile IT|Qualità|Titolare',
  streets:
    'Via Roma {n}|Via Garibaldi {n}|Corso Italia {n}|Piazza del Duomo {n}|Via dei Mille {n}|Viale della Libertà {n}',
  places:
    'IT;Bologna;BO;40121;+39 051 555 ####|IT;Torino;TO;10121;+39 011 555 ####|IT;Verona;VR;37121;+39 045 555 ####|IT;Bari;BA;70121;+39 080 555 ####|CH;Lugano;TI;6900;+41 91 555 ## ##',
});
