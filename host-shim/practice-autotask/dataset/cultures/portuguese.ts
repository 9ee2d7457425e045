import { culture } from '../culture.ts';

export const portuguese = culture({
  code: 'pt',
  weight: 38,
  twoNames: 0.35,
  men: 'Afonso|André|António|Bernardo|Caio|Cauã|Duarte|Fábio|Fernando|Gonçalo|Guilherme|Gustavo|Henrique|João|João Pedro|José Carlos|Leandro|Luís|Marcelo|Mário|Murilo|Nuno|Paulo|Rafael|Ricardo|Rodrigo|Rui|Sérgio|Thiago|Vítor',
  women:
    'Adriana|Aline|Ana Luísa|Beatriz|Bruna|Camila|Carolina|Cecília|Cláudia|Conceição|Débora|Fabiana|Fátima|Fernanda|Filipa|Flávia|Graça|Inês|Joana|Júlia|Larissa|Letícia|Luísa|Mafalda|Márcia|Maria João|Mariana|Patrícia|Raquel|Simone|Tânia|Vânia',
  family:
    'Silva|Santos|Ferreira|Pereira|Oliveira|Costa|Rodrigues|Martins|Jesus|Sousa|Fernandes|Gonçalves|Gomes|Lopes|Marques|Alves|Almeida|Ribeiro|Pinto|Carvalho|Teixeira|Moreira|Correia|Mendes|Nunes|Soares|Vieira|Monteiro|Cardoso|Rocha|Neves|Coelho|Cruz|Cunha|Pires|Ramos|Reis|Simões|Antunes|Matos|Fonseca|Machado|Araújo|Barbosa|Tavares|Lourenço|Castro|Figueiredo|Azevedo|Freitas|Magalhães|Barros|Conceição|do Nascimento|dos Anjos|da Conceição Brandão|Guimarães|Assunção|Leitão',
  brands:
    'Atlântico|Boa Vista|Serra Azul|Vale do Douro|Santa Rita|São Bento|Bela Flor|Mar Alto|Monte Alegre|Ouro Preto|Ipê=ipe|Rio Verde|Nova Era|Alvorada|Horizonte|Lusitânia|Minho|Paraná|Recife|Tejo|Vitória|Sobreiro',
  small:
    'Clínica {b}>clinica-{b}|Padaria {b}>padaria-{b}|Contabilidade {b}{s}>contabil-{b}|Farmácia {b}>{b}-farmacia|Oficina Mecânica {b}{s}>mecanica-{b}|Papelaria {b}>papelaria-{b}',
  middle:
    'Adega {b}{s}>adega-{b}|Transportadora {b}{s}>transportadora-{b}|Colégio {b}>escola-{b}|Têxteis {b}{s}>texteis-{b}|Construtora {b}{s}>construtora-{b}|Pousada {b}{s}>pousada-{b}',
  large:
    'Hospital de {b}>hosp-{b}|Grupo {b} Energia{s}>{b}-energia|Cooperativa {b}>cooperativa-{b}|Prefeitura de {b}>prefeitura-{b}',
  titles:
    'Gerência|Contabilidade|Recepção|Direção|Recursos Humanos|Compras|Vendas|Secretaria|Financeiro|Suporte de TI|Logística|Engenharia|Enfermagem',
  streets:
    'Rua Augusta, {n}|Avenida da Liberdade, {n}|Rua das Flores, {n}|Av. Paulista, {n}|Travessa do Carmo, {n}|Rua Sete de Setembro, {n}',
  places:
    'PT;Porto;;4000-069;+351 22 555 ####|PT;Coimbra;;3000-150;+351 239 555 ###|BR;Curitiba;PR;80010-000;+55 41 5550-####|BR;Belo Horizonte;MG;30110-000;+55 31 5550-####|BR;Florianópolis;SC;88010-000;+55 48 5550-####',
});
