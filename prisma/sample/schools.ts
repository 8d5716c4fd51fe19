/** Invented academies, trainers and associations: no real school or body is named in sample evidence. */
export type School = {
  provider: string;
  trainers: readonly string[];
  courses: readonly (readonly [name: string, hours: number, models: number])[];
};

export const SCHOOLS: readonly School[] = [
  {
    provider: "Northfold SMP Academy",
    trainers: ["Ines Halloran", "Per Lindqvist-Moor"],
    courses: [
      ["Foundation in scalp micropigmentation", 80, 4],
      ["Hairline design", 24, 2],
      ["Scar work", 16, 2],
    ],
  },
  {
    provider: "Meridian Scalp School",
    trainers: ["Theo Marchbank"],
    courses: [
      ["Practitioner diploma", 120, 6],
      ["Density for long hair", 20, 3],
    ],
  },
  {
    provider: "Tidewater Institute of Micropigmentation",
    trainers: ["Corinne Applegarth", "Sol Vandermeer"],
    courses: [
      ["Certified SMP technician", 100, 5],
      ["Corrective techniques", 24, 2],
    ],
  },
  {
    provider: "Atelier Pointillé",
    trainers: ["Maëlle Garrigue"],
    courses: [
      ["Tricopigmentation and density", 60, 4],
      ["Master class in soft hairlines", 16, 1],
    ],
  },
  {
    provider: "Southern Cross Scalp Training",
    trainers: ["Bronte Wexley"],
    courses: [
      ["SMP certificate", 72, 4],
      ["Women's part line", 18, 2],
    ],
  },
  {
    provider: "Rheinland Pigmentschule",
    trainers: ["Dietlinde Harms"],
    courses: [
      ["Kopfhautpigmentierung, Grundkurs", 64, 4],
      ["Narbenpigmentierung", 20, 2],
    ],
  },
  {
    provider: "Quick Dot Courses",
    trainers: ["Staff trainer"],
    courses: [
      ["Two-day SMP intensive", 14, 1],
      ["Weekend SMP starter", 12, 0],
    ],
  },
  {
    provider: "Larkfield College of Body Art",
    trainers: ["Moira Stenhouse", "Idris Pellow"],
    courses: [
      ["Level 4 scalp micropigmentation", 140, 8],
      ["Infection control for body art", 8, 0],
    ],
  },
  {
    provider: "Puerto Alto Escuela de Micropigmentación",
    trainers: ["Amparo Llinares"],
    courses: [
      ["Micropigmentación capilar", 90, 5],
      ["Corrección y camuflaje de cicatrices", 24, 2],
    ],
  },
  { provider: "Cascade Scalp Mentorship", trainers: ["Wendell Orsini"], courses: [["One-to-one mentorship", 160, 10]] },
];

export const ASSOCIATIONS: readonly string[] = [
  "Circle of Scalp Practitioners",
  "Federation of Medical and Scalp Tattooing",
  "Atlantic SMP Guild",
  "Verband Pigmentierung Kopfhaut",
  "Austral Scalp Artists' Register",
  "Open Hairline Forum",
];

export const INSURERS: readonly string[] = [
  "Thornbury Mutual",
  "Halyard Treatment Insurance",
  "Castellan Specialty",
  "Brightwater Cover",
];
export const NEEDLES: readonly string[] = [
  "Aster 3RL cartridges",
  "Fenwick 1RL nano cartridges",
  "Polaris SMP 3RS",
  "Kestra single needles 0.25 mm",
];
