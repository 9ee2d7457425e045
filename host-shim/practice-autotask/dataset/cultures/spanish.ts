import { culture } from '../culture.ts';

export const spanish = culture({
  code: 'es',
  weight: 65,
  twoNames: 0.5,
  men: 'Alejandro|Álvaro|Andrés|Ángel|Carlos|César|Diego|Eduardo|Emilio|Esteban|Fermín|Francisco Javier|Gonzalo|Hernán|Ignacio|Íñigo|Javier|Joaquín|José Luis|Juan Carlos|Julián|Manuel|Mateo|Miguel Ángel|Nicolás|Óscar|Pablo|Ramón|Raúl|Rubén|Santiago|Tomás',
  women:
    'Adriana|Ana Belén|Beatriz|Begoña|Carmen|Catalina|Consuelo|Dolores|Elena|Esperanza|Gabriela|Guadalupe|Inés|Isabel|Jimena|Julieta|Lucía|Luz María|Macarena|María José|Mercedes|Mónica|Natalia|Noelia|Paloma|Pilar|Rocío|Sofía|Soledad|Verónica|Ximena|Yolanda',
  family:
    'García|Rodríguez|González|Fernández|López|Martínez|Sánchez|Pérez|Gómez|Martín|Jiménez|Ruiz|Hernández|Díaz|Moreno|Muñoz|Álvarez|Romero|Alonso|Gutiérrez|Navarro|Torres|Domínguez|Vázquez|Ramos|Gil|Ramírez|Serrano|Blanco|Molina|Morales|Suárez|Ortega|Delgado|Castro|Ortiz|Rubio|Marín|Sanz|Núñez|Iglesias|Medina|Garrido|Cortés|Castillo|Santos|Lozano|Guerrero|Cano|Prieto|Méndez|Cruz|Peña|Ibáñez|de la Cruz|de la Fuente|Del Río|Echeverría|Urrutia|Zubizarreta|Quiñones|Peñalver',
  brands:
    'Costa Verde|El Olivar|Las Palmas|Montenegro|Puerta del Sol|Río Claro|San Isidro|Santa Lucía|Sierra Nevada|Tres Cruces|Valle Hermoso|Los Arcos|La Estrella|Buenavista|Bahía Azul|Campo Real|El Roble|Guadalquivir|Miramar|Monterrey|Nuevo León|Quetzal|Tierra Alta|Pirineo|Altamira|Aranjuez|Mendoza|Ñandú=nandu',
  small:
    'Clínica Dental {b}>dental-{b}|Panadería {b}>panaderia-{b}|Gestoría {b}{s}>gestoria-{b}|Taller {b}{s}>taller-{b}|Farmacia {b}>farmacia-{b}|Óptica {b}>optica-{b}|Veterinaria {b}>veterinaria-{b}',
  middle:
    'Transportes {b}{s}>transportes-{b}|Bodegas {b}{s}>bodegas-{b}|Construcciones {b}{s}>construcciones-{b}|Abogados {b}{s}>abogados-{b}|Colegio {b}>colegio-{b}|Conservas {b}{s}>conservas-{b}|Inmobiliaria {b}{s}>inmobiliaria-{b}',
  large:
    'Hospital {b}>hospital-{b}|Grupo Industrial {b}{s}>grupo-{b}|Cooperativa Agrícola {b}>coop-{b}|Ayuntamiento de {b}>ayto-{b}',
  titles:
    'Gerente|Contabilidad|Recepción|Compras|Recursos Humanos|Dirección|Jefatura de ventas|Administración|Logística|Ingeniería|Atención al cliente|Sistemas|Taller|Enfermería',
  streets:
    'Calle Mayor {n}|Avenida de la Constitución {n}|Plaza de España {n}|Calle del Carmen {n}|Paseo Marítimo {n}|Av. Insurgentes Sur {n}|Polígono Industrial Sur, nave {n}',
  places:
    'ES;Sevilla;Andalucía;41001;+34 955 55 ## ##|ES;Bilbao;Bizkaia;48001;+34 945 55 ## ##|ES;A Coruña;Galicia;15003;+34 985 55 ## ##|MX;Monterrey;N.L.;64000;+52 81 5550 ####|MX;Guadalajara;Jal.;44100;+52 33 5550 ####|AR;Córdoba;;X5000;+54 351 555 ####|CL;Valparaíso;;2340000;+56 32 255 5###|US;San Antonio;TX;78205;(210) 555-01##',
});
