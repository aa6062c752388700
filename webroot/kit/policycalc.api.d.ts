// Made from the API document by tests/contract/kit_types.mjs: do not edit.
export interface paths {
  "/api/v1": {
    /**
     * Where to go on from here
     * @description Where to go on from here
     */
    get: operations["get_index"];
  };
  "/api/v1/catalogue": {
    /**
     * The catalogue that answers are made by
     * @description The catalogue that answers are made by
     */
    get: operations["get_catalogue"];
  };
  "/api/v1/catalogues": {
    /**
     * The versions of the catalogue that are kept
     * @description The newest first. An earlier version answers at least 24 months after the next one came: `catalogue` names it in the body of a match and in the query of every list. After that it is answered 410 `catalogue_gone`.
     */
    get: operations["list_catalogues"];
  };
  "/api/v1/changes": {
    /**
     * What differs between two versions of the catalogue
     * @description Each change names what it is about, the field, the old and the new value, and whether it can change a verdict or an amount. With a day, the version that was current as that day began at UTC+8 is compared; before the first version that is kept, that one: `from` and `known_since` tell which.
     */
    get: operations["list_changes"];
  };
  "/api/v1/clauses": {
    /**
     * All clauses of the notice, internal ones included
     * @description All clauses of the notice, internal ones included
     */
    get: operations["list_clauses"];
  };
  "/api/v1/clauses/{id}": {
    /**
     * One clause: its place and what it rests on
     * @description One clause: its place and what it rests on
     */
    get: operations["get_clause"];
  };
  "/api/v1/conformance": {
    /**
     * Requests with the verdicts that they must get
     * @description Worked cases of the editors. An integration that sends each `request` to `/api/v1/match` and finds these verdicts and amounts is right.
     */
    get: operations["get_conformance_pack"];
  };
  "/api/v1/contacts": {
    /**
     * How to reach units and service halls
     * @description How to reach units and service halls
     */
    get: operations["list_contacts"];
  };
  "/api/v1/documents": {
    /**
     * Notices, laws and standards that are cited
     * @description Notices, laws and standards that are cited
     */
    get: operations["list_documents"];
  };
  "/api/v1/documents/{id}": {
    /**
     * One document: where to read it and what rests on it
     * @description One document: where to read it and what rests on it
     */
    get: operations["get_document"];
  };
  "/api/v1/facts": {
    /**
     * Everything that can be asked, in the order of asking
     * @description Everything that can be asked, in the order of asking
     */
    get: operations["list_facts"];
  };
  "/api/v1/feedback": {
    /**
     * Report an error, object, or suggest something
     * @description Message and contact are encrypted before they are stored, and never logged. The query code appears in this answer only.
     */
    post: operations["send_feedback"];
  };
  "/api/v1/feedback/state": {
    /**
     * Ask how far a report is
     * @description The query code is sent as `Authorization: Bearer <code>`.
     */
    get: operations["feedback_state"];
  };
  "/api/v1/key": {
    /**
     * Tell what the key in X-Api-Key may do
     * @description `use` counts from the start of the process. Costs no points, so that it also answers a key that has none left.
     */
    get: operations["get_key"];
  };
  "/api/v1/match": {
    /**
     * Match one profile against every measure
     * @description Tells for each measure of the notice whether it applies to the company, why, what it is worth and which unit answers for it. The answer has the form that `detail` asks for: `CoreAnswer` by default, `MatchAnswer` for `full`, `VerdictsAnswer` for `verdicts`. The profile is neither stored nor logged. The same request with the same `as_of` and `catalogue` always gives the same answer.
     */
    post: operations["match"];
  };
  "/api/v1/match/batch": {
    /**
     * Match up to 1,000 profiles, for their verdicts
     * @description The body is a list of companies, or, as `application/x-ndjson`, a company on each line. The answer has a line for each, in the same order: its verdicts, or what is wrong with it. The last line says `done`; without it the answer is not complete. `line` is the place in the list from 1, or the line of the body. Besides its `x-cost` a request costs a point for every `x-bytes-a-point` bytes of its body. The profiles are neither stored nor logged. `policycalc batch` matches whole registries where they lie.
     */
    post: operations["match_batch"];
  };
  "/api/v1/matters/rating": {
    /**
     * Rate how one's matter was handled
     * @description Once, after the matter is closed. The words are encrypted before they are stored, and never logged.
     */
    post: operations["rate_matter"];
  };
  "/api/v1/matters/status": {
    /**
     * Ask how far one's matter is
     * @description For a company that has a matter at a service hall: with the reference and the query code of its receipt.
     */
    post: operations["matter_status"];
  };
  "/api/v1/measures": {
    /**
     * The measures
     * @description With `detail=full` everything that an answer of `detail: core` leaves out: join both by the id of the measure, and by node as `CoreMatch` says. With `catalogue` and `as_of` the answer never changes and may be kept: the member `texts` of a core answer is this address, the same for all days that have the same texts.
     */
    get: operations["list_measures"];
  };
  "/api/v1/measures/{id}": {
    /**
     * One measure with its criteria
     * @description One measure with its criteria
     */
    get: operations["get_measure"];
  };
  "/api/v1/parameters": {
    /**
     * The figures that conditions, amounts and texts are made of
     * @description The figures that conditions, amounts and texts are made of
     */
    get: operations["list_parameters"];
  };
  "/api/v1/parameters/{id}": {
    /**
     * One figure: its values, their sources and what uses it
     * @description One figure: its values, their sources and what uses it
     */
    get: operations["get_parameter"];
  };
  "/api/v1/profile-schema": {
    /**
     * The JSON Schema of a profile
     * @description The JSON Schema of a profile
     */
    get: operations["get_profile_schema"];
  };
  "/api/v1/profiles": {
    /**
     * Save a profile under a new code
     * @description The profile is sealed under a key that the code opens; the service's own key opens it only where `consent` allows that. The code appears in this answer only.
     */
    post: operations["save_profile"];
  };
  "/api/v1/profiles/mine": {
    /**
     * Read the profile that the code opens
     * @description Read the profile that the code opens
     */
    get: operations["get_profile"];
    /**
     * Change the profile that the code opens
     * @description `expires_in_days` and `consent` stay as they are where they are absent.
     */
    put: operations["change_profile"];
    /**
     * Delete the profile that the code opens
     * @description Delete the profile that the code opens
     */
    delete: operations["delete_profile"];
  };
  "/api/v1/profiles/terms": {
    /**
     * How long a profile may be kept, and how long backups live
     * @description How long a profile may be kept, and how long backups live
     */
    get: operations["get_profile_terms"];
  };
  "/api/v1/qr": {
    /**
     * Draw the QR code of a text
     * @description The text is neither stored nor logged.
     */
    post: operations["qr"];
  };
  "/api/v1/screens": {
    /**
     * The questions as screens in everyday words
     * @description The questions as screens in everyday words
     */
    get: operations["list_screens"];
  };
  "/api/v1/sheet": {
    /**
     * Print the answer for one profile as PDF
     * @description The sheet that a company takes along (一次性告知单), on A4: the window to go to, what to do with its worth, next step, unit and documents, what else applies, what is open. Nothing of the request is stored or logged. The order of the measures is the caller's, or that of a match answer. 503 with the issue `no_chinese_font`: the service has no font with Chinese.
     */
    post: operations["sheet"];
  };
  "/api/v1/units": {
    /**
     * The responsible units
     * @description The responsible units
     */
    get: operations["list_units"];
  };
  "/api/v1/units/{id}": {
    /**
     * One unit: how to reach it, what it answers for
     * @description One unit: how to reach it, what it answers for
     */
    get: operations["get_unit"];
  };
  "/health/live": {
    /**
     * Tell whether the process answers
     * @description Tell whether the process answers
     */
    get: operations["live"];
  };
  "/health/ready": {
    /**
     * Tell whether the service can read and write its database
     * @description The answer may be 3 seconds old. With 503, one issue says why: `database_locked`, `storage_full`, `database_damaged`, `database_removed`, `database_replaced` or `database_unreachable`.
     */
    get: operations["ready"];
  };
  "/metrics": {
    /**
     * Counters for Prometheus
     * @description Counters for Prometheus
     */
    get: operations["metrics"];
  };
  "/openapi.json": {
    /**
     * This document
     * @description This document
     */
    get: operations["get_openapi"];
  };
}

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    /** @description What a benefit is worth. */
    Amount: {
      status: components["schemas"]["AmountStatus"];
      /** @description In `unit`, exact to its last digit: yuan (元) with at most 2 decimals, per cent with at most 4; null where `status` tells why there is none. */
      value: number | null;
      /** @description Unit of `value`; null where there is no amount of money and no rate. */
      unit: components["schemas"]["AmountUnit"] | null;
      /**
       * @description Unit to print after the figure, Chinese.
       * @enum {string|null}
       */
      unit_label: "元" | "%" | "个百分点" | null;
      /** @description How `value` is meant; null where there is no figure. */
      bound: components["schemas"]["AmountBound"] | null;
      /** @description How a computed value is made, in words with figures, Chinese. */
      formula: string | null;
    };
    /**
     * @description How the value is meant. `example`: an illustration, not a promise.
     * @enum {string}
     */
    AmountBound: "exact" | "at_least" | "at_most" | "example";
    /**
     * @description `fixed`: the text states a figure. `computed`: made from facts. `unknown`: computed, but facts are missing. `unstated`: the text states no figure. `waived`: a fee is dropped. `none`: not worth money.
     * @enum {string}
     */
    AmountStatus: "fixed" | "computed" | "unknown" | "unstated" | "waived" | "none";
    /**
     * @description `CNY`: yuan (元). `percent`: per cent, or percentage points.
     * @enum {string}
     */
    AmountUnit: "CNY" | "percent";
    /** @description What an answer of every detail begins with. */
    AnswerHead: {
      /**
       * Format: date
       * @description The day answered for, `YYYY-MM-DD`, at UTC+8.
       */
      as_of: string;
      catalogue: components["schemas"]["CatalogueHash"];
      /** @description Version of the program. */
      program: string;
      /** @description How many measures the answer is about, where the request has `measures` or `topics`; absent where it is about all. */
      selected?: number;
      counts: components["schemas"]["Counts"];
    };
    /** @description The answer in the form that `detail` of the request asks for; its own `detail` names the form. */
    AnswerOfAnyDetail: components["schemas"]["CoreAnswer"] | components["schemas"]["MatchAnswer"] | components["schemas"]["VerdictsAnswer"];
    /** @description One company; on a line by itself it has at most 64 KiB. */
    BatchCompany: {
      /** @description Your name for the company, which its answer repeats; null or absent: none. */
      id?: string | number | null;
      profile: components["schemas"]["Profile"];
    };
    /** @description The last line. */
    BatchDone: {
      /**
       * @description All companies are answered.
       * @constant
       */
      done: true;
      /** @description How many companies the request has. */
      lines: number;
      /** @description How many of them have a fault. */
      refused: number;
    };
    /** @description Why one company is not matched; the others are. */
    BatchFault: {
      line: components["schemas"]["BatchLineNumber"];
      /** @description As the request names the company; absent if it does not. */
      id?: string | number;
      error: components["schemas"]["Issue"];
      /** @description How many more faults the company has; absent if it has none. */
      more_errors?: number;
    };
    /** @description Each line of the answer: the first two kinds in the place of a company, the third at the end. */
    BatchLine: components["schemas"]["BatchVerdicts"] | components["schemas"]["BatchFault"] | components["schemas"]["BatchDone"];
    /** @description The place of the company in the list, from 1, or its line of the body. */
    BatchLineNumber: number;
    /** @description The companies, at most 1,000. */
    BatchRequest: components["schemas"]["BatchCompany"][];
    /** @description The verdicts on one company. */
    BatchVerdicts: {
      line: components["schemas"]["BatchLineNumber"];
      /** @description As the request names the company; absent if it does not. */
      id?: string | number;
      /** @description By the id of each measure, in the order of the notice; those that `only` and `measures` name. */
      verdicts: {
        [key: string]: components["schemas"]["Verdict"];
      };
    };
    /** @description One thing that a measure gives. */
    Benefit: {
      /** @description Unique within the measure. */
      id: string;
      type: components["schemas"]["BenefitType"];
      /** @description What is given, Chinese. */
      label: string;
      /** @description The same, English; null in an earlier version. */
      label_en: string | null;
      amount: components["schemas"]["Amount"];
      /** @description The profile says that it was paid out already; it counts in no sum. */
      paid: boolean;
    };
    /**
     * @description Only `award` and `subsidy` are money paid out and count in totals.
     * @enum {string}
     */
    BenefitType: "award" | "subsidy" | "procurement" | "credit" | "equity" | "land" | "energy" | "talent" | "recognition" | "service" | "protection";
    /** @description The catalogue that answers are made by. */
    Catalogue: {
      hash: components["schemas"]["CatalogueHash"];
      /** @description Number of the notice; null for a catalogue without one. */
      notice: string | null;
      /** @description How many items the notice has. */
      items: number;
      /** @description How many clauses it has, measures included. */
      clauses: number;
      /** @description How many measures a company can be matched with. */
      measures: number;
      /** @description How many responsible units are named. */
      units: number;
      /** @description How many facts the vocabulary has. */
      facts: number;
      /** @description Days on which an answer may change, `YYYY-MM-DD`, at UTC+8, in their order. */
      boundaries: string[];
    };
    /** @description One difference between two versions. */
    CatalogueChange: {
      kind: components["schemas"]["ChangeKind"];
      /** @description Its id, as the lists of the API name it. */
      id: string;
      /** @description Its name, Chinese; null for a file. */
      title: string | null;
      /**
       * @description Whether it came, went or changed.
       * @enum {string}
       */
      change: "added" | "removed" | "changed";
      /** @description The member that has changed, in the words of the API: `summary`, `requires`, `valid`, `units`. A benefit is named by its id: `benefits/award/amount`. Null where the whole thing came or went. */
      field: string | null;
      /** @description The old value for people, Chinese except in an English field; null: there was none. */
      old: string | null;
      /** @description The new value for people; null: there is none any more. Both null in a file. */
      new: string | null;
      /**
       * @description The most that it can do to an answer: other words, another amount, another verdict.
       * @enum {string}
       */
      affects: "text" | "amount" | "verdict";
      /** @description The measures that it concerns, in both versions; empty where it concerns none or all. */
      measures: components["schemas"]["MeasureRef"][];
      /**
       * Format: date-time
       * @description Publication of the version that brought the new value, ISO 8601, UTC.
       */
      since: string;
    };
    /** @description The hash of a catalogue. */
    CatalogueHash: string;
    /** @description A version of the catalogue. */
    CatalogueVersion: {
      hash: components["schemas"]["CatalogueHash"];
      /**
       * Format: date-time
       * @description When the service first answered by it, ISO 8601, UTC.
       */
      published: string;
      /** @description Answers are made by it unless another one is named. */
      current: boolean;
      /**
       * Format: date-time
       * @description Until when it answers, ISO 8601, UTC; null: it is current, so no end is set.
       */
      kept_until: string | null;
      /** @description How many changes it brought to the version before; null for the oldest one that is kept. */
      changes: number | null;
    };
    /** @description The versions that are kept. */
    CatalogueVersionList: {
      /** @description The newest first. */
      catalogues: components["schemas"]["CatalogueVersion"][];
    };
    /** @description A note on the measure. */
    Caveat: {
      kind: components["schemas"]["CaveatKind"];
      /** @description The words for people, Chinese. */
      text: string;
      /** @description The same, English: of `exclusive`, `deadline`, `ask_first` and `conflict`; null for the other kinds. */
      text_en: string | null;
      /** @description Where it is written; null for a note by the calculator. */
      source: components["schemas"]["Citation"] | null;
    };
    /**
     * @description `exclusive`: cannot be combined, or only one of several counts. `deadline`: a term runs out. `ask_first`: ask before relying on it. `conflict`: two texts differ. `newer_law`: a later text bears on it. `reading`: how the calculator reads an unclear text. `note`: anything else.
     * @enum {string}
     */
    CaveatKind: "exclusive" | "deadline" | "ask_first" | "conflict" | "newer_law" | "reading" | "note";
    /**
     * @description What has changed. `clause`: one for the units among themselves. `topic`: a group of questions. `need`: a field of support. `parameter`: a figure of the policies. `file`: what the others do not name, such as the size standard; `id` is its name in the policies.
     * @enum {string}
     */
    ChangeKind: "measure" | "clause" | "item" | "topic" | "need" | "parameter" | "unit" | "contact" | "document" | "fact" | "file";
    /** @description What differs between two versions. */
    ChangeList: {
      from: components["schemas"]["VersionRef"];
      to: components["schemas"]["VersionRef"];
      /**
       * Format: date-time
       * @description Publication of the oldest version that is kept, ISO 8601, UTC: nothing is known of the time before.
       */
      known_since: string;
      /** @description In the order of the notice; empty where the two versions are the same. */
      changes: components["schemas"]["CatalogueChange"][];
    };
    /** @description A saved profile, changed. */
    ChangedProfile: {
      profile: components["schemas"]["Profile"];
      /**
       * Format: date
       * @description The day that the owner asked about, `YYYY-MM-DD`, at UTC+8; null or absent: today.
       */
      as_of?: string | null;
      /** @description Fields of support that the owner chose; null or absent: none. */
      needs?: components["schemas"]["NeedId"][] | null;
      /** @description Facts of the profile that were answered by leaving them out; null or absent: none. */
      left_out?: components["schemas"]["LeftOut"] | null;
      /** @description From now; unchanged where absent. */
      expires_in_days?: components["schemas"]["ExpiryDays"] | null;
      /** @description Unchanged where absent. */
      consent?: components["schemas"]["Consent"] | null;
      revision: components["schemas"]["Revision"];
    };
    /** @description A way to what a measure gives. */
    Channel: {
      /**
       * @description `window`: a counter in a service hall or a park. `office`: a body that is not one of the responsible units. `online`: a site, an app or a platform. `phone`: a telephone number, or where to find it. `event`: takes place on certain days of the year. `programme`: an action or a service to take part in. `fund`: a fund that invests in companies. Null in an earlier version.
       * @enum {string|null}
       */
      kind: "window" | "office" | "online" | "phone" | "event" | "programme" | "fund" | null;
      /** @description Its name, Chinese; of a telephone its number, if there is one. */
      name: string;
      /** @description The same, English; null in an earlier version. */
      name_en: string | null;
      /** @description Its address on the web; null: not known. */
      url: string | null;
    };
    /** @description A chapter of a notice. */
    Chapter: {
      /** @description Its number, from 1. */
      number: number;
      /** @description Its title, Chinese. */
      title: string;
      /** @description Number of its first item. */
      first_item: number;
      /** @description Number of its last item. */
      last_item: number;
    };
    /** @description A place in a document. */
    Citation: {
      /** @description Id of the document, as in `/api/v1/documents`. */
      document: string;
      /** @description Number of the document, or its title where it has no number, as laws are cited. */
      number: string | null;
      /** @description Number of the item of the notice. */
      item: number | null;
      /** @description Row of the item in the table of tasks. */
      cell: number | null;
      /** @description The clause, in words. */
      clause: string;
    };
    /** @description A clause of the notice. */
    Clause: components["schemas"]["ClauseHead"] & ({
      /** @description Why no company can claim it, Chinese. */
      why_internal: string | null;
    });
    /** @description A clause of the notice, with what leads on from it. */
    ClauseDetail: components["schemas"]["Clause"] & ({
      /** @description Id of the measure that it is, for `/api/v1/measures/{id}`; null: no company can claim it. */
      measure: components["schemas"]["MeasureRef"] | null;
      /** @description Where it is written: document, item, cell and clause. */
      place: components["schemas"]["Citation"];
      /** @description What else it rests on, each once: further clauses, laws and standards, where its conditions and figures are written, and what its notes cite. Without documents that are not in force that day. */
      basis: components["schemas"]["Citation"][];
    });
    /** @description What every clause of the notice has, measures included. */
    ClauseHead: {
      /** @description Id of the clause, unique within the catalogue. */
      id: string;
      /** @description Number of the item of the notice. */
      item: number;
      /** @description Title of the item, Chinese. */
      item_title: string;
      /** @description Title of the item, English. */
      item_title_en: string;
      /** @description Row of the item in the table of tasks. */
      cell: number;
      /** @description The clause within the cell, in words. */
      clause: string;
      /** @description Number of the chapter; null for an item outside the chapters. */
      chapter: number | null;
      kind: components["schemas"]["ClauseKind"];
      /** @description What the clause gives or orders, in a few words, Chinese. */
      title: string;
      /** @description The same, English. */
      title_en: string;
      /** @description Chinese, with the figures of the day. */
      summary: string;
      /** @description The same, English; null for work of the units among themselves and in an earlier version. */
      summary_en: string | null;
      /** @description The responsible units. */
      units: components["schemas"]["Unit"][];
      /**
       * Format: date
       * @description Day on which it was last compared with its source, `YYYY-MM-DD`.
       */
      last_checked: string;
      valid: components["schemas"]["Validity"];
    };
    /**
     * @description As `MeasureKind`; `internal`: work of the units among themselves, which is only listed.
     * @enum {string}
     */
    ClauseKind: "benefit" | "right" | "service" | "internal";
    /** @description Clauses in the order of the notice. */
    ClauseList: {
      /** @description Those that the filter finds, in the order of the notice. */
      clauses: components["schemas"]["Clause"][];
    };
    /**
     * @description What is wrong, for programs. `unknown_fact` and `unknown_option` never existed; `retired_fact` and `retired_option` did in earlier versions. Codes may be added.
     * @enum {string}
     */
    CommonIssueCode: "syntax" | "too_large" | "too_many_values" | "too_many_lines" | "too_deep" | "trailing_text" | "duplicate_key" | "invalid_utf8" | "lone_surrogate" | "number_range" | "wrong_type" | "wrong_value" | "missing_field" | "unknown_field" | "unknown_parameter" | "duplicate_parameter" | "unknown_fact" | "retired_fact" | "unknown_option" | "retired_option" | "duplicate_option" | "empty_text" | "too_long" | "control_character" | "malformed" | "negative" | "too_many_decimals" | "out_of_range" | "wrong_date" | "unknown_verdict" | "duplicate_verdict" | "unknown_catalogue" | "unknown_need" | "duplicate_need" | "unknown_screen" | "duplicate_screen" | "missing_key" | "malformed_key" | "unknown_key" | "expired_key" | "revoked_key" | "secret_key_in_page" | "origin_not_allowed" | "scope_not_granted" | "unknown_measure" | "duplicate_measure" | "not_answered" | "duplicate_fact" | "not_left_out" | "catalogue_gone";
    /** @description One request and what it must get. */
    ConformanceCase: {
      /** @description What the case shows, Chinese. */
      name: string;
      /** @description A body for `POST /api/v1/match`. */
      request: {
        profile: components["schemas"]["Profile"];
        /**
         * Format: date
         * @description The day that the verdicts are of, `YYYY-MM-DD`.
         */
        as_of: string;
      };
      /** @description The verdict by measure; other measures are not tested by this case. */
      verdicts: {
        [key: string]: components["schemas"]["Verdict"];
      };
      /** @description The amounts by measure, where the case states them; money in yuan. */
      amounts: {
        [key: string]: {
          [key: string]: number | null;
        };
      };
    };
    /** @description Worked cases by which an integration is tested. */
    ConformancePack: {
      /** @description The catalogue that the cases belong to. */
      catalogue: string;
      /** @description The cases. */
      cases: components["schemas"]["ConformanceCase"][];
    };
    /** @description What the owner allows. */
    Consent: {
      /** @description Staff may open the profile to help. */
      help?: boolean;
      /** @description Tell the owner of changed policies. */
      notify?: boolean;
    };
    /** @description How to reach a unit or a service hall; null where no text says. */
    Contact: components["schemas"]["UnitContact"] & ({
      /** @description Id of a unit, `hall`, or `hall-` and the code of a district. */
      place: string;
      /**
       * @description Whether it is a unit or a hall.
       * @enum {string}
       */
      kind: "unit" | "hall";
      /** @description Null of a hall. */
      unit: components["schemas"]["UnitRef"] | null;
      /** @description Code of the district that a hall serves; null of a unit and of the hall of the city. */
      district: string | null;
      /** @description Name of the unit or hall, Chinese. */
      name: string;
      /** @description The same, English; null in an earlier version. */
      name_en: string | null;
    });
    /** @description Contacts. */
    ContactList: {
      /** @description Of service halls and units, in the order of the catalogue. */
      contacts: components["schemas"]["Contact"][];
      /** @description What to do where a contact has no telephone, Chinese. */
      fallback: string;
      /** @description The same, English. */
      fallback_en: string;
    };
    /** @description What a benefit is worth to this company. Takes the place of `status`, `value` and `formula` of the amount in `GET /api/v1/measures?detail=full`; its unit and bound stay. */
    CoreAmount: {
      status: components["schemas"]["AmountStatus"];
      /** @description In the benefit's unit: yuan (元) with at most 2 decimals, per cent with at most 4; absent: none. */
      value?: number;
      /** @description How a computed value is made, Chinese; absent: not computed. */
      formula?: string;
      /**
       * @description It was paid out already; absent: it was not.
       * @constant
       */
      paid?: true;
    };
    /** @description The verdict on every measure with all that depends on the profile. An absent list is empty, an absent flag false, any other absent member null. Texts, sources and amounts that are the same for all companies are at the address `texts`. */
    CoreAnswer: components["schemas"]["AnswerHead"] & {
      /**
       * @description The form of the answer.
       * @constant
       */
      detail: "core";
      /**
       * Format: uri-reference
       * @description Address of all that the answer leaves out, on this service. It never changes, and is the same for all companies and for all days with the same texts and figures.
       */
      texts: string;
      profile: components["schemas"]["CoreProfile"];
      totals: components["schemas"]["CoreTotals"];
      /** @description The unit of the company's county, which answers for every measure too; absent: not known, or elsewhere. */
      county?: components["schemas"]["UnitRef"];
      /** @description By verdict in the order of `Verdict`, then in the order of the notice. */
      matches: components["schemas"]["CoreMatch"][];
      /** @description What to ask next, topic by topic, the topic that decides most first; absent: nothing. */
      questions?: components["schemas"]["CoreQuestion"][];
      /** @description What to ask next, as a screen; absent: no question can make a measure useful any more. */
      next_screen?: components["schemas"]["NextScreen"];
      /** @description Measures that fail only because the company is not registered yet; absent: none. */
      after_registration?: components["schemas"]["MeasureRef"][];
      /** @description What holds for the answer as a whole; the texts are `notices` of the address `texts`. */
      notices?: components["schemas"]["NoticeCode"][];
    };
    /** @description A fact that follows from others. */
    CoreDerived: {
      /** @description Option codes still possible; with `none` where the body may have none of them; absent: it has none. */
      possible?: string[];
      /** @description What it follows from, Chinese. */
      because: string;
    };
    /** @description The answer for one measure: what depends on the profile. An absent list is empty, an absent flag false, any other absent member null. */
    CoreMatch: {
      id: components["schemas"]["MeasureRef"];
      verdict: components["schemas"]["Verdict"];
      /** @description One letter for each condition: `t` it holds, `f` it fails, `u` a fact is missing. The order: the scope, if the measure's `scope` is `registered`; then the tree `applies_when`, then the tree `requires` of `GET /api/v1/measures?detail=full`, each from the root down, every group before its children, the children in their order. A tree that is null has no letters. */
      truth: string;
      /**
       * @description `not_eligible`, and exactly one condition fails that the company can still meet; absent: no.
       * @constant
       */
      one_condition_away?: true;
      /** @description By the id of the benefit: the amounts that depend on the profile. Absent ones are as the measure says. */
      amounts?: {
        [key: string]: components["schemas"]["CoreAmount"];
      };
      /** @description Those of the measure's units that do not answer for it to this company; absent: all of them do. */
      units_left_out?: components["schemas"]["UnitRef"][];
      /** @description Where undetermined: facts to ask. */
      missing?: components["schemas"]["FactId"][];
      /** @description Where not eligible: the conditions that fail. */
      unmet?: components["schemas"]["CoreUnmet"][];
      /** @description By the place in `truth`, from 0: what else depends on the profile there. Those of `unmet` are only there. */
      nodes?: {
        [key: string]: components["schemas"]["CoreNode"];
      };
    };
    /** @description What else depends on the profile at a condition that compares a quantity. */
    CoreNode: {
      /** @description What the fact is compared with, where a fact of the profile makes it. */
      required?: components["schemas"]["FactValue"];
      gap?: components["schemas"]["Gap"];
    };
    /** @description What the answer was made from. */
    CoreProfile: {
      /** @description The profile as sent, in today's names. */
      given: components["schemas"]["Profile"];
      /** @description Fact id to what follows for it. Conditions compare the only option of `possible`, else nothing. */
      derived: {
        [key: string]: components["schemas"]["CoreDerived"];
      };
      /** @description What does not fit in the profile, or must be known about it; absent where all fits. */
      warnings?: components["schemas"]["CoreWarning"][];
      /** @description Answers that the credit code makes likely; absent without one. */
      suggestions?: components["schemas"]["Suggestion"][];
    };
    /** @description A fact to ask next. */
    CoreQuestion: {
      fact: components["schemas"]["FactId"];
      /** @description How many undetermined measures miss the fact. */
      decides: number;
    };
    /** @description Sums over the measures of the answer, money paid out only. */
    CoreTotals: components["schemas"]["Sums"] & {
      /** @description What to know about the sums; absent where nothing. */
      caveats?: components["schemas"]["TotalsCaveatName"][];
    };
    /** @description A condition that fails. */
    CoreUnmet: {
      /** @description Place of the condition in `truth`, from 0. */
      node: number;
      fact: components["schemas"]["FactId"];
      /** @description The value compared, as sent or derived; absent: unknown, or the body has none. */
      given?: components["schemas"]["FactValue"];
      /** @description What the fact is compared with, in its unit; absent where a fact is missing for it. */
      required?: components["schemas"]["FactValue"];
      gap?: components["schemas"]["Gap"];
      /**
       * @description The condition holds and must not; absent: no.
       * @constant
       */
      negated?: true;
    };
    /** @description Something in the profile that does not fit, or that the reader must know. */
    CoreWarning: {
      fact: components["schemas"]["FactId"];
      code: components["schemas"]["WarningCode"];
      /** @description The words for people, in the language of `lang`. */
      message: string;
      /** @description The same, English; absent in an earlier version. */
      message_en?: string;
    };
    /** @description How many measures have each verdict. */
    Counts: {
      /** @description Measures whose conditions all hold. */
      eligible: number;
      /** @description Measures where an authority judges the rest. */
      conditional: number;
      /** @description Measures for which facts are missing. */
      undetermined: number;
      /** @description Measures with a condition that fails. */
      not_eligible: number;
      /** @description Measures for others. */
      not_applicable: number;
      /** @description Measures that do not hold on the day. */
      not_in_force: number;
    };
    /** @description A condition of a measure and whether it holds for this company. */
    Criterion: components["schemas"]["CriterionGroup"] | components["schemas"]["CriterionLeaf"];
    /** @description Conditions that combine. */
    CriterionGroup: {
      op: components["schemas"]["GroupOperator"];
      /**
       * @description At the top of the tree: `scope`: whom the notice is for. `applies_when`: whom the measure is for. `requires`: what it asks.
       * @enum {string}
       */
      role?: "scope" | "applies_when" | "requires";
      truth: components["schemas"]["Truth"];
      /** @description `not` has one child. */
      children: components["schemas"]["Criterion"][];
    };
    /** @description A comparison of one fact. */
    CriterionLeaf: {
      op: components["schemas"]["LeafOperator"];
      fact: components["schemas"]["FactId"];
      truth: components["schemas"]["Truth"];
      /** @description The value compared, in the unit of the fact: as sent, or derived; null where unknown. */
      given: components["schemas"]["FactValue"];
      /** @description What the fact is compared with, in the fact's unit; null where the figure depends on a missing fact. */
      required: components["schemas"]["FactValue"];
      /** @description Id of the figure in the text that `required` is made of, the last of `parameters`; null: of none. */
      parameter: string | null;
      /** @description Ids of all figures that `required` is made of, see `/api/v1/parameters/{id}`; empty: of none. */
      parameters: string[];
      /** @description Of a derived fact: the options still possible; with `none` where the body may have none of them. */
      possible: string[] | null;
      /** @description How far the quantity is from passing; null where the condition holds, is open, or asks no quantity. */
      gap: components["schemas"]["Gap"] | null;
      /** @description The condition for people, Chinese. */
      text: string;
      /** @description Where the condition is written, if it is another place than the measure's own clause, the first of its `sources`; null: it is that clause. Where a figure is written, its `parameters` say. */
      source: components["schemas"]["Citation"] | null;
    };
    /**
     * @description Why the service is not ready, of `/health/ready` only.
     * @enum {string}
     */
    DatabaseIssueCode: "database_locked" | "storage_full" | "database_damaged" | "database_removed" | "database_replaced" | "database_unreachable";
    /** @description A fact that follows from others. */
    Derived: {
      /** @description Option codes still possible; with `none` where the body may have none of them; empty: it has none. */
      possible: string[];
      /** @description What it follows from, Chinese. */
      because: string;
    };
    /** @description The answer to another fact that makes this one matter. */
    DetailOf: {
      fact: components["schemas"]["FactId"];
      /**
       * @description `in`: the answer is one of the options. `has_any`: it holds one of them.
       * @enum {string}
       */
      op: "in" | "has_any";
      /** @description Codes of the options that do. */
      options: string[];
    };
    /** @description A text that is cited. */
    Document: {
      /** @description As citations name it. */
      id: string;
      /** @description Number as published; null for a text without one. */
      number: string | null;
      /** @description Its title, Chinese. */
      title: string;
      /** @description Authority that issued it, Chinese. */
      issuer: string;
      /** @description When it was issued: a day (`YYYY-MM-DD`), or the year (`YYYY`) where no day is known; null: not known. */
      date: string | null;
      /**
       * @description Who issued it.
       * @enum {string}
       */
      level: "municipal" | "provincial" | "national";
      /** @description First day on which it holds, `YYYY-MM-DD`; null where the text names none. */
      in_force_from: string | null;
      /** @description Last day on which it holds, `YYYY-MM-DD`; null: open. */
      in_force_to: string | null;
      /** @description What a reader must know about it, Chinese; null: nothing. */
      note: string | null;
      /** @description Where the text is published; null: not on the web. */
      url: string | null;
      /**
       * Format: date
       * @description Day on which it was last read there, `YYYY-MM-DD`; null: never.
       */
      last_checked: string | null;
      /** @description In their order; empty for a text without chapters. */
      chapters: components["schemas"]["Chapter"][];
    };
    /** @description A text that is cited, with what rests on it. */
    DocumentDetail: components["schemas"]["Document"] & {
      /** @description It holds on the day asked for, else today, at UTC+8; an unknown first or last day sets no limit. */
      in_force: boolean;
      /** @description Ids of the clauses that rest on it: as their place, or in a condition, a figure or a note. In the order of the notice. */
      cited_by: string[];
    };
    /** @description Texts that are cited. */
    DocumentList: {
      /** @description In the order of the catalogue. */
      documents: components["schemas"]["Document"][];
    };
    /**
     * @description For how many days.
     * @enum {integer}
     */
    ExpiryDays: 30 | 90 | 365;
    /** @description Something that can be asked about a company. */
    Fact: {
      id: components["schemas"]["FactId"];
      type: components["schemas"]["FactType"];
      /** @description The question, Chinese. */
      label: string;
      /** @description The question, English. */
      label_en: string;
      /** @description Id of its topic. */
      topic: string;
      /** @description Name of the topic, Chinese. */
      topic_label: string;
      /** @description Name of the topic, English. */
      topic_label_en: string;
      /**
       * @description `CNY`: yuan (元). `%`: per cent. `人`: persons. Null: without a unit.
       * @enum {string|null}
       */
      unit: "CNY" | "%" | "人" | null;
      /** @description Of `choice` and `choices`, in the order of showing; empty for other types. */
      options: components["schemas"]["Option"][];
      /** @description Facts that it follows from. */
      derived_from: components["schemas"]["FactId"][];
      /** @description What helps to answer, Chinese; null where the question says all. */
      help: string | null;
      /** @description The same, English. */
      help_en: string | null;
      /** @description Why it is asked, Chinese. */
      why: string | null;
      /** @description The same, English. */
      why_en: string | null;
      /** @description The form asks it; otherwise it follows from others. */
      asked: boolean;
      /** @description Asked of everyone first. */
      core: boolean;
      /** @description Fields of support whose first questions include it. */
      core_for: components["schemas"]["NeedId"][];
      /** @description When to ask it: only after that answer to another fact; null: whatever is answered elsewhere. */
      detail_of: components["schemas"]["DetailOf"] | null;
      /** @description A company can still bring it about: enter a register, join, plan. */
      can_be_taken: boolean;
      /**
       * @description What an answer tells about a company: `plan`: what it plans or came for; `trouble`: what troubles it; `common`: what most companies share; null: what it is or has. Pages order a result by it.
       * @enum {string|null}
       */
      tells: "plan" | "trouble" | "common" | null;
    };
    /** @description The id of a fact, as in `/api/v1/facts`. */
    FactId: string;
    /** @description What joining an answer needs to know of a fact. */
    FactInShort: {
      id: components["schemas"]["FactId"];
      /** @description Id of the topic, as in `/api/v1/facts`. */
      topic: string;
      /** @description It can follow from other facts: a condition on it also tells what is `possible`. */
      derived: boolean;
    };
    /** @description The vocabulary. */
    FactList: {
      /** @description In the order of asking. */
      facts: components["schemas"]["Fact"][];
      /** @description Fields of support, in the order of showing. */
      needs: components["schemas"]["Need"][];
      /** @description What earlier versions asked and offered. */
      retired: {
        /** @description Facts that are not asked any more; empty where none was retired. */
        facts: components["schemas"]["RetiredFact"][];
        /** @description Options that are not offered any more; empty where none was retired. */
        options: components["schemas"]["RetiredOption"][];
      };
    };
    /**
     * @description `money` is in yuan (元) with at most 2 decimals, `percent` in per cent with at most 4; `choice` takes one option, `choices` a list.
     * @enum {string}
     */
    FactType: "text" | "boolean" | "integer" | "money" | "percent" | "choice" | "choices";
    /** @description In the unit of the fact: yuan (元) with at most 2 decimals, per cent with at most 4, whole persons; an option code; a list of option codes; null: unknown. */
    FactValue: boolean | number | string | string[] | null;
    /**
     * @description What is wrong, of feedback only. `wrong_catalogue`: not a hash. `unknown_kind`: not a `FeedbackKind`. `blank`: the text shows nothing.
     * @enum {string}
     */
    FeedbackIssueCode: "wrong_catalogue" | "unknown_kind" | "blank";
    /**
     * @description What is reported.
     * @enum {string}
     */
    FeedbackKind: "error" | "objection" | "suggestion";
    /** @description A report that was received. */
    FeedbackReceipt: {
      /** @description A short reference to quote, for example on the telephone; not a secret. */
      reference: string;
      /** @description 26 symbols in groups; it opens the state of the report. */
      query_code: string;
      state: components["schemas"]["FeedbackState"];
      /**
       * Format: date-time
       * @description When it arrived, ISO 8601, UTC.
       */
      received_at: string;
    };
    /** @description A report. */
    FeedbackRequest: {
      kind: components["schemas"]["FeedbackKind"];
      /** @description Id of a measure; only a suggestion may be about none. */
      measure?: string | null;
      /** @description Hash of the catalogue that was looked at; null or absent: the current one. */
      catalogue?: string | null;
      /** @description Not blank. */
      message: string;
      /** @description How to reach the writer, if they wish; not blank; null or absent: not at all. */
      contact?: string | null;
    };
    /**
     * @description State of the report.
     * @enum {string}
     */
    FeedbackState: "received" | "in_progress" | "answered" | "declined";
    /** @description State of the report. */
    FeedbackStateAnswer: {
      state: components["schemas"]["FeedbackState"];
    };
    /** @description A code that an option had before it was renamed. */
    FormerCode: {
      /** @description The former code. */
      code: string;
      /** @description Last day of its use; null: not known. */
      until: string | null;
    };
    /** @description How far a quantity is from passing. */
    Gap: {
      /** @description The distance, in `unit`: yuan (元) with at most 2 decimals, whole persons, percentage points with at most 4 decimals. */
      value: number;
      /** @description `CNY`: yuan (元). `人`: persons. `个百分点`: percentage points, for ratios. */
      unit: string;
      /**
       * @description Whether the quantity is too high or too low.
       * @enum {string}
       */
      direction: "too_high" | "too_low";
    };
    /** @description What the owner allows. */
    GivenConsent: {
      /** @description Staff may open the profile to help. */
      help: boolean;
      /** @description Tell the owner of changed policies. */
      notify: boolean;
    };
    /** @description What the answer was made from. */
    GivenProfile: {
      /** @description The profile as sent, in today's names. */
      given: components["schemas"]["Profile"];
      /** @description Fact id to what follows for it. */
      derived: {
        [key: string]: components["schemas"]["Derived"];
      };
      /** @description What does not fit in the profile, or must be known about it; empty where all fits. */
      warnings: components["schemas"]["Warning"][];
      /** @description Answers that the credit code makes likely; empty without one. */
      suggestions: components["schemas"]["Suggestion"][];
    };
    /**
     * @description How the children combine.
     * @enum {string}
     */
    GroupOperator: "all" | "any" | "not";
    /** @description How to get what a measure gives, and where it is written. */
    Guidance: {
      /** @description Where the measure is written. */
      sources: components["schemas"]["Citation"][];
      /** @description What to do now, Chinese; null where the text names no step. */
      next_step: string | null;
      /** @description The same, English; null where the text names no step and in an earlier version. */
      next_step_en: string | null;
      /** @description How it is paid out or granted, Chinese; null where the text does not say. */
      delivery: string | null;
      /** @description Where to apply; empty where the text names no place. */
      channels: components["schemas"]["Channel"][];
      /** @description Papers to bring, Chinese; empty where the text names none. */
      documents: string[];
      valid: components["schemas"]["Validity"];
      /** @description What takes its place after its last day: ids of clauses (`/api/v1/clauses/{id}`, measures included) or of documents (`/api/v1/documents/{id}`); empty: none of them. */
      replaced_by: string[];
      /** @description What to do after its last day, in a sentence, Chinese; null: the text says nothing. */
      replaced_text: string | null;
      /** @description Notes on the measure. */
      caveats: components["schemas"]["Caveat"][];
    };
    /** @description Where to go on from here: addresses on this service. */
    Index: {
      /**
       * Format: uri-reference
       * @description The API in OpenAPI 3.1.
       */
      openapi: string;
      /**
       * Format: uri-reference
       * @description The page for developers.
       */
      developers: string;
      /**
       * Format: uri-reference
       * @description To match a profile, with POST.
       */
      match: string;
      /**
       * Format: uri-reference
       * @description What can be told of a company.
       */
      facts: string;
      /**
       * Format: uri-reference
       * @description The measures.
       */
      measures: string;
      /**
       * Format: uri-reference
       * @description All clauses of the notice.
       */
      clauses: string;
      /**
       * Format: uri-reference
       * @description The figures.
       */
      parameters: string;
      /**
       * Format: uri-reference
       * @description The texts that are cited.
       */
      documents: string;
      /**
       * Format: uri-reference
       * @description The responsible units.
       */
      units: string;
      /**
       * Format: uri-reference
       * @description The catalogue in use.
       */
      catalogue: string;
      /**
       * Format: uri-reference
       * @description Its versions.
       */
      catalogues: string;
      /**
       * Format: uri-reference
       * @description What changed from one to the next.
       */
      changes: string;
      /**
       * Format: uri-reference
       * @description Every code of a refusal, explained.
       */
      problems: string;
    };
    /** @description One thing that is wrong with the request. */
    Issue: {
      /** @description Where: a JSON pointer into the body (`/profile/employees`), `?name` for a query parameter, empty for the whole request. */
      pointer: string;
      code: components["schemas"]["IssueCode"];
      /** @description What is wrong, for people, Chinese. */
      message: string;
      /** @description The same in English, with the value that is wrong where there is one. */
      message_en: string;
      /** @description Names that are allowed here: the nearest to an unknown name, the new name of a former code, the successors of a retired option. */
      instead: string[];
    };
    /** @description What is wrong, for programs. */
    IssueCode: components["schemas"]["CommonIssueCode"] | components["schemas"]["FeedbackIssueCode"] | components["schemas"]["DatabaseIssueCode"] | components["schemas"]["SheetIssueCode"];
    /** @description A JSON Schema (2020-12) with one property a fact. */
    JsonSchema: {
      [key: string]: unknown;
    };
    /** @description Something that the text leaves to an authority. */
    Judgement: {
      /** @description What is judged, Chinese. */
      text: string;
      /** @description Who judges, Chinese. */
      by: string;
      /** @description The units that `by` means; empty where it names none of `/api/v1/units` and in an earlier version. */
      units: components["schemas"]["UnitRef"][];
    };
    /** @description A partner's key: its rights and its use. */
    Key: {
      /** @description Whose it is, as the operator calls them. */
      holder: string;
      /** @description Its first characters. */
      hint: string;
      /**
       * @description `publishable` may lie in a page and works only from `origins`; `secret` is for servers.
       * @enum {string}
       */
      kind: "publishable" | "secret";
      /** @description What it may be used for besides reading: `match` a profile; keep saved `profiles`. An operation names its scope in `x-scope`. */
      scopes: ("match" | "profiles")[];
      /** @description The sites whose pages may send it; empty for a secret key, which no page may send. */
      origins: string[];
      /**
       * Format: date-time
       * @description When it was made, ISO 8601, UTC.
       */
      added_at: string;
      /**
       * Format: date-time
       * @description From when on it opens nothing, ISO 8601, UTC; null: it does not expire.
       */
      expires_at: string | null;
      /** @description Its limit; an operation costs its `x-cost`. 0: no limit. */
      points_per_minute: number;
      /** @description What it was used for since the process started. */
      use: {
        /** @description Requests that were let in. */
        requests: number;
        /** @description Requests refused with 429. */
        limited: number;
      };
    };
    /**
     * @description How the fact is compared. `is`, `has`: one option. `in`, `has_any`, `has_all`: several. The others compare quantities.
     * @enum {string}
     */
    LeafOperator: "is" | "in" | "has" | "has_any" | "has_all" | "at_least" | "more_than" | "at_most" | "less_than";
    /** @description Facts that were answered by leaving them out of a screen's list: each has the answer that the screen's `none` sets. An answer given on purpose is not among them. */
    LeftOut: components["schemas"]["FactId"][];
    /** @description The process answers. */
    Live: {
      /**
       * @description Always `live`.
       * @enum {string}
       */
      status: "live";
    };
    /** @description The answer for one measure. */
    Match: components["schemas"]["Guidance"] & {
      measure: components["schemas"]["MeasureHead"];
      verdict: components["schemas"]["Verdict"];
      /** @description `not_eligible`, and exactly one condition fails that the company can still meet. */
      one_condition_away: boolean;
      /** @description What the measure gives this company, in the order of its text. */
      benefits: components["schemas"]["Benefit"][];
      /** @description Units that answer for it to this company. */
      units: components["schemas"]["Unit"][];
      criteria: components["schemas"]["CriterionGroup"];
      /** @description What an authority judges; empty where the text leaves nothing to one. */
      judged: components["schemas"]["Judgement"][];
      /** @description Where undetermined: facts to ask; empty otherwise. */
      missing: components["schemas"]["FactId"][];
      /** @description Where not eligible: the conditions that fail; empty otherwise. */
      unmet: components["schemas"]["Unmet"][];
    };
    /** @description The verdict on every measure, with all texts, conditions and sources. */
    MatchAnswer: components["schemas"]["AnswerHead"] & ({
      /**
       * @description The form of the answer.
       * @constant
       */
      detail: "full";
      profile: components["schemas"]["GivenProfile"];
      totals: components["schemas"]["Totals"];
      /** @description By verdict in the order of `Verdict`, then in the order of the notice. */
      matches: components["schemas"]["Match"][];
      /** @description The responsible units of the listed matches. */
      units: components["schemas"]["UnitWithMeasures"][];
      /** @description What to ask next, topic by topic, the topic that decides most first. */
      questions: components["schemas"]["Question"][];
      /** @description What to ask next, as a screen; null: no question can make a measure useful any more. */
      next_screen: components["schemas"]["NextScreen"] | null;
      /** @description Measures that fail only because the company is not registered yet. */
      after_registration: components["schemas"]["MeasureRef"][];
      /** @description What holds for the answer as a whole. */
      notices: components["schemas"]["Notice"][];
    });
    /** @description A company to match. */
    MatchRequest: {
      profile: components["schemas"]["Profile"];
      /**
       * Format: date
       * @description The day to answer for, `YYYY-MM-DD`, 1900 to 2999; null or absent: today at UTC+8.
       */
      as_of?: string | null;
      /** @description Hash of the catalogue to answer by; null or absent: the current one. */
      catalogue?: string | null;
      /** @description Verdicts whose matches are listed; null or absent: all; `[]`: counts, totals and questions only. */
      include?: components["schemas"]["Verdict"][] | null;
      /** @description Ids of screens (`/api/v1/screens`) that were passed: what they left unanswered stays unknown, and `next_screen` names none of them. Null or absent: none. */
      passed?: string[] | null;
      /**
       * @description How much to answer. `core`: what depends on the profile. `verdicts`: the verdicts, counts and totals. `full`: everything, with all texts. Null or absent: `core`.
       * @default core
       * @enum {string|null}
       */
      detail?: "verdicts" | "core" | "full" | null;
      /** @description Ids of the measures to answer about. No other measure is in any list, count, total or question, and `selected` says how many are left. What is answered for a measure stays the same. Null or absent: all. */
      measures?: components["schemas"]["MeasureRef"][] | null;
      /** @description Fields of support (`topic` of a measure) to answer about, in the same way. With `measures`, a measure must be in both. Null or absent: all. */
      topics?: components["schemas"]["NeedId"][] | null;
      /**
       * @description Language of the texts that exist in both, as `title` and `title_en`. `en`: the English text also takes the place of the Chinese one; texts without an English form stay Chinese. `zh`, null or absent: members are as described. Nothing else changes.
       * @default zh
       * @enum {string|null}
       */
      lang?: "zh" | "en" | null;
    };
    /** @description A matter at a service hall, as its company knows it. */
    MatterKey: {
      /** @description Its reference, 8 symbols; blanks, hyphens and case make no difference. */
      reference: string;
      /** @description Its query code, 12 symbols; likewise. Keep it secret: it never belongs in an address. */
      code: string;
    };
    /** @description A rating that was kept. */
    MatterRated: {
      /**
       * @description It is kept.
       * @constant
       */
      rated: true;
    };
    /** @description How a company rates its matter: 好差评. */
    MatterRatingRequest: {
      /** @description As in `MatterKey`. */
      reference: string;
      /** @description As in `MatterKey`. */
      code: string;
      /** @description 1: very poor. 5: very good. */
      score: number;
      /** @description For the window and its supervisor; not blank; null or absent: nothing. */
      words?: string | null;
    };
    /** @description What a company is told of its matter. */
    MatterStatus: {
      /**
       * @description `received`: 待受理. `preparing`: 材料准备. `handed_over`: 已转办. `in_progress`: 办理中. `fulfilled`: 已兑现. `refused`: 未通过. `forwarded`: 已转交. `unreachable`: 联系不上. `withdrawn`: 撤回.
       * @enum {string}
       */
      state: "received" | "preparing" | "handed_over" | "in_progress" | "fulfilled" | "refused" | "forwarded" | "unreachable" | "withdrawn";
      /**
       * Format: date
       * @description The day on which the state began, `YYYY-MM-DD`, at UTC+8.
       */
      since: string;
      /** @description What comes next, Chinese. */
      next: string;
      /** @description What comes next, English. */
      next_en: string;
      /** @description Whom to ask. */
      whom: {
        /**
         * @description The service hall, or the unit in charge.
         * @enum {string}
         */
        kind: "window" | "unit";
        /** @description Its name, Chinese. */
        name: string;
        /** @description Its name, English. */
        name_en: string | null;
        contact: components["schemas"]["UnitContact"];
      };
      /** @description It is closed, and not rated yet. */
      may_rate: boolean;
      /** @description It is rated. */
      rated: boolean;
    };
    /** @description A measure in full. */
    Measure: components["schemas"]["MeasureSummary"] & components["schemas"]["Guidance"] & ({
      /** @description It holds on the day asked for, else today, at UTC+8. */
      in_force: boolean;
      /** @description Units that support from the province. */
      provincial_units: components["schemas"]["Unit"][];
      /**
       * @description Whether the text says which of several units does which part.
       * @enum {string}
       */
      joint_pairing: "open" | "stated";
      /** @description The condition for being concerned at all; null: all companies are. */
      applies_when: components["schemas"]["Rule"] | null;
      /** @description The conditions to be met; null where the text names none. */
      requires: components["schemas"]["Rule"] | null;
      /** @description What an authority judges; empty where the text leaves nothing to one. */
      judged: components["schemas"]["Judgement"][];
      /** @description What the measure gives, in the order of its text. */
      benefits: components["schemas"]["OfferedBenefit"][];
      /** @description Measures that it opens. */
      leads_to: components["schemas"]["MeasureRef"][];
      /** @description Measures that cannot be combined with it. */
      excludes: components["schemas"]["MeasureRef"][];
    });
    /** @description A measure in short. */
    MeasureHead: {
      id: components["schemas"]["MeasureRef"];
      /** @description What the measure gives, in a few words, Chinese. */
      title: string;
      /** @description The same, English. */
      title_en: string;
      /** @description Chinese, with figures. */
      summary: string;
      /** @description The same, English; null in an earlier version. */
      summary_en: string | null;
      topic: components["schemas"]["NeedId"];
      /** @description Name of the field of support, Chinese. */
      topic_label: string;
      kind: components["schemas"]["MeasureKind"];
      /** @description Every registered firm gets it without any condition. */
      universal: boolean;
    };
    /**
     * @description `benefit`: money or advantage. `right`: something to claim. `service`: help.
     * @enum {string}
     */
    MeasureKind: "benefit" | "right" | "service";
    /** @description Measures in the order of the notice. */
    MeasureList: {
      /** @description Those that the filter finds, in the order of the notice. */
      measures: components["schemas"]["MeasureSummary"][];
    };
    /** @description The id of a measure, as in `/api/v1/measures`. */
    MeasureRef: string;
    /** @description A measure, short. */
    MeasureSummary: components["schemas"]["ClauseHead"] & ({
      topic: components["schemas"]["NeedId"];
      /** @description Name of the field of support, Chinese. */
      topic_label: string;
      /** @description Name of the field of support, English. */
      topic_label_en: string;
      /**
       * @description Whom it is for: companies registered in the city, or anyone.
       * @enum {string}
       */
      scope: "registered" | "anyone";
      /** @description What people search for, Chinese. */
      keywords: string[];
      /** @description Every registered firm gets it without any condition. */
      universal: boolean;
    });
    /** @description The measures in full on a day, and what else an answer of `detail: core` leaves out. Joined with it, that answer says the same as one of `detail: full`. */
    MeasureTexts: {
      catalogue: components["schemas"]["CatalogueHash"];
      /** @description The matching measures, in the order of the notice. */
      measures: components["schemas"]["Measure"][];
      /** @description The scope `registered` as a condition. */
      scopes: {
        /** @description For a company in any other state of registration than the next one. */
        registered: components["schemas"]["RuleLeaf"];
        /** @description For a company whose `registration_status` is `not_yet_registered`. */
        not_yet_registered: components["schemas"]["RuleLeaf"];
      };
      /** @description All facts, in the order of asking. */
      facts: components["schemas"]["FactInShort"][];
      /** @description The units of the counties; one of them is `county` of an answer and comes last among its units. */
      counties: components["schemas"]["Unit"][];
      /** @description Comes before the text of an unmet condition that is `negated`, Chinese. */
      negation: string;
      /** @description What to know about sums, by the name in an answer. */
      totals_caveats: {
        /** @description Of a sum of several awards; null in an earlier version. */
        several_awards: components["schemas"]["Caveat"] | null;
        /** @description Of a sum with an award; null in an earlier version. */
        paid_once: components["schemas"]["Caveat"] | null;
      };
      /** @description The notices that an answer can have, by `code`. */
      notices: components["schemas"]["Notice"][];
    };
    /** @description The matching measures, in short or in full. */
    MeasuresOfAnyDetail: components["schemas"]["MeasureList"] | components["schemas"]["MeasureTexts"];
    /** @description One sample per line, in Prometheus text format. */
    Metrics: string;
    /** @description A field of support. */
    Need: {
      id: components["schemas"]["NeedId"];
      /** @description Its name, Chinese. */
      label: string;
      /** @description Its name, English. */
      label_en: string;
    };
    /** @description The id of a field of support, as `needs` of `/api/v1/facts` lists them. */
    NeedId: string;
    /** @description A profile to save. */
    NewProfile: {
      profile: components["schemas"]["Profile"];
      /**
       * Format: date
       * @description The day that the owner asked about, `YYYY-MM-DD`, at UTC+8; null or absent: today.
       */
      as_of?: string | null;
      /** @description Fields of support that the owner chose; null or absent: none. */
      needs?: components["schemas"]["NeedId"][] | null;
      /** @description Facts of the profile that were answered by leaving them out; null or absent: none. */
      left_out?: components["schemas"]["LeftOut"] | null;
      expires_in_days: components["schemas"]["ExpiryDays"];
      /** @description All false where absent. */
      consent?: components["schemas"]["Consent"] | null;
    };
    /** @description A profile that was saved. */
    NewSavedProfile: components["schemas"]["ProfileReceipt"] & {
      /** @description Opens the profile. Only the owner has it: it appears nowhere else. */
      code: string;
    };
    /** @description The first screen of `/api/v1/screens` that can still turn a measure to eligible or conditional. */
    NextScreen: {
      /** @description Id of the screen. */
      id: string;
      /** @description The undetermined measures that it can turn, or bring closer to that. */
      decides: components["schemas"]["MeasureRef"][];
      /** @description Those of its facts that can do so, as the fact that is asked: figures for the class of size. What is about none of them, nor asks a detail of one, need not be shown. */
      facts: components["schemas"]["FactId"][];
    };
    /** @description What an answer says of itself. */
    Notice: {
      code: components["schemas"]["NoticeCode"];
      /** @description The sentence, Chinese. */
      text: string;
      /** @description The sentence, English. */
      text_en: string;
    };
    /**
     * @description `delivery`: the notice names no mode of delivery. `beyond_last_checked`: `as_of` is more than a year after the last check of the catalogue.
     * @enum {string}
     */
    NoticeCode: "delivery" | "beyond_last_checked";
    /** @description What a benefit is worth before a company is known. */
    OfferedAmount: {
      /**
       * @description As `AmountStatus`; nothing is `unknown` here.
       * @enum {string}
       */
      status: "fixed" | "computed" | "unstated" | "waived" | "none";
      /** @description In `unit`: yuan (元) with at most 2 decimals, per cent with at most 4; null where it depends on facts. */
      value: number | null;
      /** @description Unit of `value`; null where there is no amount of money and no rate. */
      unit: components["schemas"]["AmountUnit"] | null;
      /**
       * @description Unit to print after the figure, Chinese.
       * @enum {string|null}
       */
      unit_label: "元" | "%" | "个百分点" | null;
      /** @description How `value` is meant; null where there is no figure. */
      bound: components["schemas"]["AmountBound"] | null;
      /** @description How it is computed, Chinese. */
      formula: string | null;
      /** @description Ids of the figures that it is made of; empty where there is no amount. */
      parameters: components["schemas"]["ParameterRef"][];
    };
    /** @description One thing that a measure gives. */
    OfferedBenefit: {
      /** @description Unique within the measure. */
      id: string;
      type: components["schemas"]["BenefitType"];
      /** @description What is given, Chinese. */
      label: string;
      /** @description The same, English; null in an earlier version. */
      label_en: string | null;
      amount: components["schemas"]["OfferedAmount"];
    };
    /** @description An OpenAPI 3.1 document. */
    OpenApi: {
      [key: string]: unknown;
    };
    /** @description An answer to choose. */
    Option: {
      /** @description As profiles hold it. */
      code: string;
      /** @description The answer in words, Chinese. */
      label: string;
      /** @description The answer in words, English. */
      label_en: string;
      /** @description Everyday words for it, Chinese. */
      keywords: string[];
      /** @description Codes that the option had before; empty where it was never renamed. */
      former_codes: components["schemas"]["FormerCode"][];
      /**
       * @description What is pressing with this answer: `term`: a term runs out in which one can act; `distress`: the company cannot pay its debts; null: nothing.
       * @enum {string|null}
       */
      urgent: "term" | "distress" | null;
    };
    /** @description A figure of the notice or of a law, with its value in each period. */
    Parameter: {
      id: components["schemas"]["ParameterRef"];
      /** @description What it is, Chinese. */
      label: string;
      /**
       * @description `money` and `percent` as of facts; `count`: of persons, years or days.
       * @enum {string}
       */
      type: "money" | "percent" | "count";
      /**
       * @description `CNY`: yuan (元). `percent`: 40 is 40 %. `percentage_point`: a difference of two ratios. `year`: a span, or from 1900 a year of the calendar.
       * @enum {string}
       */
      unit: "CNY" | "percent" | "percentage_point" | "person" | "year" | "day";
      /** @description In `unit`: yuan (元), per cent or a count. On the day asked for, else today; null where no value holds then. */
      value: number | null;
      /** @description By period, in the order of time, without gaps. */
      values: components["schemas"]["ParameterValue"][];
      /**
       * Format: date
       * @description Day on which it was last compared with its source, `YYYY-MM-DD`.
       */
      last_checked: string;
      used_by: components["schemas"]["ParameterUse"];
    };
    /** @description Figures. */
    ParameterList: {
      /** @description In the order of the catalogue. */
      parameters: components["schemas"]["Parameter"][];
    };
    /** @description Id of a figure, as `/api/v1/parameters` lists them. */
    ParameterRef: string;
    /** @description What uses a figure, each clause once in the order of the notice; measures are clauses. */
    ParameterUse: {
      /** @description Ids of measures with a condition on it: also of a unit, or of an amount already paid. */
      criteria: string[];
      /** @description Ids of measures with an amount that is made of it. */
      amounts: string[];
      /** @description Ids of clauses whose texts name it, internal ones included. */
      texts: string[];
    };
    /** @description The value of a figure in a period. */
    ParameterValue: {
      /**
       * Format: date
       * @description First day, `YYYY-MM-DD`, at UTC+8.
       */
      from: string;
      /**
       * Format: date
       * @description Last day, `YYYY-MM-DD`, at UTC+8; null: open.
       */
      to: string | null;
      /** @description In `unit` of the figure: yuan (元), per cent or a count. */
      value: number;
      /** @description The value as people write it, Chinese. */
      text: string;
      /** @description The same, English. */
      text_en: string;
      /** @description Where the value is written. */
      source: components["schemas"]["Citation"];
      /** @description How it is meant, Chinese; null: as its label says. */
      note: string | null;
    };
    /** @description A refusal as RFC 9457 describes it. */
    Problem: {
      /** @description What happened, for programs: `invalid_request` where `issues` tell what is wrong. The page `/problems` lists the codes of the public API with cause and cure; at the desk it is the code of the one issue. */
      code: string;
      /**
       * Format: uri-reference
       * @description The page about `code`; `about:blank` for a code of the desk.
       */
      type: string;
      /** @description The refusal in a few words, Chinese. */
      title: string;
      /** @description The HTTP status. */
      status: number;
      /** @description What to do, Chinese, then English. */
      detail: string;
      request_id: components["schemas"]["RequestId"];
      /** @description What is wrong with the request, at most 100 and 30 KiB; empty where nothing in it is at fault. */
      issues: components["schemas"]["Issue"][];
      /** @description The number of issues that are not listed; absent where all are. */
      issues_omitted?: number;
    };
    /**
     * policycalc profile
     * @description The facts of one company. A missing key or null means unknown; an empty list is an answer. It takes what the service takes. A validator that computes in binary fractions needs a tolerance for `multipleOf` (in ajv `multipleOfPrecision: 3`), as it does not see 19.99 as a multiple of 0.01; without one, write such a figure as a text: "19.99".
     */
    Profile: {
      /**
       * 企业名称
       * @description 填写营业执照上的名称，还没登记的可以不填。
       */
      company_name?: string | null;
      /**
       * 统一社会信用代码
       * @description 填写营业执照上的十八位代码，字母不分大小写。不要填身份证号。
       */
      credit_code?: string | null;
      /**
       * 主体类型
       * @description 按营业执照或登记证书选；还没登记的，选打算登记的类型。银行的分行、支行选“银行”；民办非企业单位（社会服务机构）、律师事务所等选“其他组织”。
       */
      entity_type?: ("company" | "sole_proprietorship" | "partnership" | "branch" | "individual_business" | "farmer_cooperative" | "association" | "public_institution" | "bank" | "other") | null;
      /**
       * 企业由谁控股
       * @description 看谁控股、谁实际控制；由民营企业控股的也算民营。农民专业合作社：社员控制的选“民营”，村集体控制的选“集体”。说不清就选“不清楚”。
       */
      ownership?: ("private" | "state_controlled" | "collective" | "foreign" | "hmt") | null;
      /**
       * 注册地（县市区）
       * @description 选现在的注册地；还没登记的，选准备登记的地方。在赣州经开区或蓉江新区登记的，选对应的区；不在赣州的，选“赣州市外”。
       */
      district?: ("360702" | "360703" | "360704" | "360722" | "360723" | "360724" | "360725" | "360726" | "360728" | "360729" | "360730" | "360731" | "360732" | "360733" | "360734" | "360735" | "360781" | "360783" | "ganzhou_etdz" | "rongjiang" | "outside") | null;
      /**
       * 在省级以上开发区或工业园区里（商务楼宇不算）
       * @description 看生产经营的地方：在国家级、省级开发区或工业园区范围里的选“是”，在普通写字楼、商务楼宇的选“否”，拿不准的问园区管委会。
       */
      in_development_zone?: boolean | null;
      /**
       * 现在的登记状态
       * @description 选最贴近现在的一种。还在营业、但打算停一段时间或者注销的，选打算的那一项；执照被吊销、还没办注销的，选“被吊销、还没注销”。
       */
      registration_status?: ("not_yet_registered" | "active" | "planning_suspension" | "suspended" | "planning_deregistration" | "in_bankruptcy" | "revoked" | "deregistered") | null;
      /**
       * 您做哪一行（划型行业）
       * @description 选营业收入最多的一行。学校、诊所、理发、修理、检测、科研等选“其他”；网店选“零售业”；金融业不在其中，选“不清楚”。
       */
      size_industry?: ("agriculture" | "industry" | "construction" | "wholesale" | "retail" | "transport" | "warehousing" | "postal" | "accommodation" | "catering" | "information_transmission" | "software_it" | "real_estate" | "property_management" | "leasing_business_services" | "other") | null;
      /**
       * 行业代码（GB/T 4754—2017）
       * @description 不知道可以不填，选了行业就够。知道的填门类字母加数字，例如 C3985，字母可以省略，企业年报或统计报表里有。
       */
      industry_code?: string | null;
      /**
       * 从业人员
       * @description 填上一年末在本企业工作的全部人数；新办企业没有上年数据的，请留空。分公司、分店填总公司的人数。 单位：人，整数。A whole number of persons.
       */
      employees?: number | null;
      /**
       * 上年营业收入
       * @description 填上一年全年的营业收入；新办企业没有上年数据的，请留空，不要填零。分公司、分店填总公司的收入。 单位：元，最多两位小数。In yuan (CNY), at most 2 decimals.
       */
      annual_revenue?: number | string | null;
      /**
       * 上年末资产总额
       * @description 填上一年末资产负债表上的资产总计。分公司、分店填总公司的。 单位：元，最多两位小数。In yuan (CNY), at most 2 decimals.
       */
      total_assets?: number | string | null;
      /**
       * 企业规模
       * @description 填了行业、人数和收入的自动算出，不用选；没有这些数字的可以自己选。银行等金融机构按金融业的标准选；分公司、分店按总公司选。
       */
      enterprise_size?: ("micro" | "small" | "medium" | "large") | null;
      /**
       * 大企业的分支机构、由大企业控股、与大企业同一负责人，或者与大企业有管理关系
       * @description 有一种情况就选“是”：总公司是大型企业，大企业是控股股东，负责人和大企业是同一人，或者和大企业有管理关系。
       */
      large_controlled?: boolean | null;
      /**
       * 统计局要求每月报统计报表（规模以上、限额以上）
       * @description 列入统计局“规上”“限上”名录、每月报报表的选“是”；只在普查或抽样调查时报过的选“否”。
       */
      above_scale?: boolean | null;
      /**
       * 主要做哪些业务
       * @description 选主要在做的业务，可以多选。酒店、民宿、旅行社选“文化旅游”；为别人办审批出报告、做代理的选“涉审批中介”。都没有就选“以上都没有”。
       */
      business_tags?: (("culture_tourism" | "scenic_area" | "property_management" | "catering" | "conference" | "vehicle_hire" | "consulting" | "intermediary" | "environmental_assessment" | "digital_economy" | "agriculture" | "rare_metals" | "transport_logistics" | "equipment_manufacturing" | "medical" | "education")[]) | null;
      /**
       * 获得的质量奖
       * @description 选本单位作为获奖组织拿到的奖，个人奖不算，可以多选。拿的是省长质量奖的也选井冈质量奖那一项。都没有就选“以上都没有”。
       */
      quality_awards?: (("china_quality_award" | "china_quality_award_nomination" | "jinggang_quality_award" | "jinggang_quality_award_nomination" | "ganzhou_mayor_quality_award")[]) | null;
      /**
       * 已经领过奖金的质量奖
       * @description 选奖金已经到账的质量奖，都没有领过就选“以上都没有”。
       */
      quality_awards_paid?: (("china_quality_award" | "china_quality_award_nomination" | "jinggang_quality_award" | "jinggang_quality_award_nomination" | "ganzhou_mayor_quality_award")[]) | null;
      /**
       * 标准工作
       * @description 打算参加、正在参加、正在牵头起草标准的，或者企业标准上了“领跑者”名单的，都可以选，可以多选。都没有就选“以上都没有”。
       */
      standards_work?: (("planned" | "drafting_participant" | "drafting_lead" | "standards_leader")[]) | null;
      /**
       * 科技型中小企业入库
       * @description 在科技型中小企业评价系统里查。入库要每年评价，没有续上的选“以前入过，已过期”。
       */
      tech_sme_status?: ("none" | "valid" | "lapsed") | null;
      /**
       * 高新技术企业
       * @description 看高新技术企业证书：有效的这张是头一次认定的，选“现在这张是第一张”；以前认定过的，选“现在这张不是第一张”。
       */
      high_tech_status?: ("none" | "first_certified" | "recertified" | "lapsed") | null;
      /**
       * 专精特新层级
       * @description 选目前有效的最高一级。“创新型中小企业”现在叫“科技和创新型中小企业”，也选这一项。
       */
      specialised_tier?: ("none" | "innovative" | "specialised" | "little_giant" | "key_little_giant") | null;
      /**
       * 高成长称号
       * @description 选目前有效的称号，有几个的选一个就可以，结果一样。
       */
      growth_tier?: ("none" | "potential_gazelle" | "gazelle" | "seed_unicorn" | "potential_unicorn" | "unicorn" | "high_growth_tech" | "tech_leader") | null;
      /**
       * 拟申报项目
       * @description 选今后一年准备申报的，可以多选。数字经济方面的科技项目、应用场景，选带“数字经济”的那一项。都没有就选“以上都没有”。
       */
      planned_applications?: (("science_project" | "research_platform" | "digital_science_project" | "quality_award" | "high_value_patent" | "industry_education_integration" | "social_responsibility" | "smart_manufacturing" | "green_factory")[]) | null;
      /**
       * 其他荣誉和称号
       * @description 上了江西民营企业100强名单或者江西民营企业（赣州）100强的选第一项。可以多选，都没有就选“以上都没有”。
       */
      honours?: (("top100_private" | "industry_education_integration")[]) | null;
      /**
       * 首台（套）装备
       * @description 指自己研制、有自主知识产权、刚刚投入市场的重大技术装备。有这样的产品、还没有认定的，选“有产品”。
       */
      first_set_equipment?: ("none" | "has_product" | "provincial_certified" | "national_certified") | null;
      /**
       * 农业产业化龙头
       * @description 选现在的最高级别；还不是、但准备申报的选“拟申报”。
       */
      farm_leader_level?: ("none" | "planned" | "county" | "municipal" | "provincial" | "national") | null;
      /**
       * 想参与军工配套，自己也有条件
       * @description 愿意参与、自己也有条件的才选“是”，缺一样就选“否”。不要填写任何涉密内容。
       */
      defence_capability?: boolean | null;
      /**
       * 商会、行业协会会员
       * @description 是任何一家商会或行业协会的会员就选“是”。
       */
      chamber_member?: boolean | null;
      /**
       * 有技术改造项目
       * @description 正在做或准备做设备更新、技术改造就选“是”。
       */
      tech_upgrade_project?: boolean | null;
      /**
       * 想在厂房屋顶、车棚等附属设施上装光伏
       * @description 想在厂房屋顶或者车棚等附属设施上建光伏发电的选“是”。
       */
      rooftop_solar_plan?: boolean | null;
      /**
       * 想装储能设备（低谷充电、高峰用）
       * @description 想装储能设备，用电低谷时充电、高峰时用的，选“是”。
       */
      storage_plan?: boolean | null;
      /**
       * 工业用地
       * @description 按现在使用的工业用地选，既有自有又有租用的选“自有”。
       */
      industrial_land?: ("none" | "owned" | "leased") | null;
      /**
       * 用地需求
       * @description 指要新的工业用地。选打算怎么拿地；要用地、还没想好怎么拿的，选“要用地，方式没定”。
       */
      land_need?: ("none" | "transfer" | "flexible_term" | "lease" | "lease_then_transfer" | "lease_and_transfer" | "undecided") | null;
      /**
       * 新装水电气需求
       * @description 选近期要新装的，可以多选，都没有就选“以上都没有”。
       */
      utility_needs?: (("water" | "gas" | "power")[]) | null;
      /**
       * 参展计划
       * @description 按今后一年的参展打算选；港澳台和国外的展会都是境外。
       */
      exhibition_plan?: ("none" | "domestic" | "overseas" | "both") | null;
      /**
       * 展会在市级重点展会计划内
       * @description 看市级重点展会计划；不知道在不在里面的选“不清楚”，可以问市商务局。
       */
      exhibition_in_city_list?: boolean | null;
      /**
       * 海外仓
       * @description 只给自己用的选“自用”，也给别的企业用的选“公共”，正在准备建公共海外仓的选“拟建公共”。
       */
      overseas_warehouse?: ("none" | "own_use" | "planned_public" | "public") | null;
      /**
       * 有出口业务
       * @description 自己出口或者请人代理出口的都选“是”。
       */
      exporter?: boolean | null;
      /**
       * 用工需求
       * @description 填近期打算招的人数，不招人填 0。 单位：人，整数。A whole number of persons.
       */
      recruit_need?: number | null;
      /**
       * 培训计划
       * @description 选打算开展的培训，可以多选，都没有就选“以上都没有”。
       */
      training_plan?: (("job_skills" | "modern_apprenticeship" | "new_apprenticeship")[]) | null;
      /**
       * 有高层次、急需紧缺人才需求
       * @description 想引进高层次人才，或者有急需、紧缺的岗位，选“是”。
       */
      talent_need?: boolean | null;
      /**
       * 有专业技术人员拟申报高级职称
       * @description 有专业技术人员准备申报高级职称的选“是”。
       */
      title_applicants?: boolean | null;
      /**
       * 项目缺用电、用气或能耗指标
       * @description 有项目因为用电、用气或者能耗指标不够而受影响的，选“是”。
       */
      energy_need?: boolean | null;
      /**
       * 需要使用重大科研设施、大型科研仪器
       * @description 需要用高校、科研院所的大型设备、仪器的，选“是”。
       */
      instrument_need?: boolean | null;
      /**
       * 有贷款需求
       * @description 近期打算向银行借款就选“是”。
       */
      loan_need?: boolean | null;
      /**
       * 有没还清的银行贷款
       * @description 还有没还清的银行贷款就选“是”。
       */
      has_bank_loan?: boolean | null;
      /**
       * 还在正常生产经营
       * @description 生产、经营照常进行的选“是”，资金一时紧张不影响；停产、停业的选“否”。
       */
      operating_normally?: boolean | null;
      /**
       * 近来资金、订单暂时紧张
       * @description 订单少了、货款没收回、周转一时紧张的选“是”；还不起到期债务的，还请在遇到的情形里选。
       */
      temporary_difficulty?: boolean | null;
      /**
       * 有股权融资需求
       * @description 打算引进股东、基金投资的选“是”。
       */
      equity_need?: boolean | null;
      /**
       * 上市、挂牌计划
       * @description 选打算挂牌或上市的地方，有几个打算的选最近的一个。
       */
      listing_plan?: ("none" | "regional_board" | "beijing" | "shanghai_shenzhen" | "hong_kong") | null;
      /**
       * 持有长期收费的设施（园区、仓储、收费路、水电气等）
       * @description 自己持有园区、仓库、收费路、供水供电供气等能长期收费的设施，选“是”；只是租来用的选“否”。
       */
      infrastructure_asset?: boolean | null;
      /**
       * 有意投资重大、补短板项目或盘活存量资产
       * @description 想参与政府推介的项目，或者想参与盘活国有资产、城市老旧资源的，选“是”。
       */
      invest_project_plan?: boolean | null;
      /**
       * 与市或县（市、区）签过招商引资协议
       * @description 和赣州市或者县（市、区）签过招商引资协议的选“是”，不用自己判断项目算不算重大。
       */
      recruited_major_project?: boolean | null;
      /**
       * 政府采购项目的类型
       * @description 想好一个具体的项目再答，是货物、服务还是工程看采购公告；没有就选“无”。国有企业自己的招标不是政府采购。
       */
      procurement_kind?: ("none" | "goods" | "services" | "works") | null;
      /**
       * 采购人是哪里的
       * @description 看采购公告里写的“采购人”是哪里的单位，不看项目在哪里。
       */
      procurement_buyer?: ("ganzhou" | "elsewhere") | null;
      /**
       * 采购项目预算
       * @description 填采购公告里整个项目的预算金额，不是您的报价。 单位：元，最多两位小数。In yuan (CNY), at most 2 decimals.
       */
      procurement_budget?: number | string | null;
      /**
       * 公告按政府采购发布（达到限额标准，或者列入集中采购目录）
       * @description 公告写明是政府采购的选“是”；没到限额标准、也不在集中采购目录里的零星采购选“否”；看不出来就选“不清楚”，可以问采购人。
       */
      procurement_above_limit?: boolean | null;
      /**
       * 公告写明专门面向中小企业，或者预留份额
       * @description 公告写“专门面向中小企业”或者“预留份额”的选“是”；写“非专门面向”“不专门面向”的选“否”；没有写的选“不清楚”。
       */
      procurement_sme_suitable?: boolean | null;
      /**
       * 各项贷款不良率
       * @description 只由银行填写：5 表示百分之五，最多四位小数。两个不良率要用同一家机构、同一时点的数。 单位：%，最多四位小数。In per cent, 0 to 100, at most 4 decimals.
       */
      bank_npl_ratio?: number | string | null;
      /**
       * 小微企业贷款不良率
       * @description 只由银行填写：5 表示百分之五，最多四位小数。两个不良率要用同一家机构、同一时点的数。 单位：%，最多四位小数。In per cent, 0 to 100, at most 4 decimals.
       */
      bank_sme_npl_ratio?: number | string | null;
      /**
       * 当前遇到的情形
       * @description 选现在碰到的，可以多选，都没有就选“以上都没有”。打官司时账户被法院冻结的，查封冻结和财产被保全两项都选。
       */
      situations?: (("arrears" | "penalty" | "enforcement" | "preservation" | "criminal_case" | "crime_victim" | "unpaid_judgment" | "defamation" | "insolvency" | "ip_infringed" | "ip_accused" | "unfair_competition" | "illegal_fee" | "designated_service" | "market_barrier" | "policy_change" | "government_breach" | "internal_crime" | "complaint")[]) | null;
      /**
       * 拖欠方
       * @description 选欠钱的是哪一类单位，可以多选。公立学校、公立医院选“事业单位”；国有的城投、交投等公司选“政府平台公司”。
       */
      arrears_debtors?: (("government_body" | "public_institution" | "state_owned_enterprise" | "government_platform" | "large_enterprise" | "other")[]) | null;
      /**
       * 是谁处罚的
       * @description 看处罚告知书或者决定书上盖章的单位，可以多选。
       */
      penalty_by?: (("market_regulator" | "other_agency" | "police_procuratorate" | "association" | "other")[]) | null;
      /**
       * 是谁查封、扣押、冻结的
       * @description 看查封、扣押、冻结的文书是哪个单位出的，可以多选；银行只是照办，要看背后是谁要求的。
       */
      seizure_by?: (("market_regulator" | "other_agency" | "police_procuratorate" | "court" | "association" | "other")[]) | null;
      /**
       * 是谁收费的
       * @description 看收费票据或者通知是哪个单位出的，可以多选。
       */
      fee_by?: (("market_regulator" | "other_agency" | "police_procuratorate" | "association" | "intermediary" | "other")[]) | null;
    };
    /** @description What the owner is told of a saved profile. */
    ProfileReceipt: {
      revision: components["schemas"]["Revision"];
      /**
       * Format: date-time
       * @description When it was last saved, ISO 8601, UTC.
       */
      saved_at: string;
      /**
       * Format: date
       * @description Its last day, `YYYY-MM-DD`, at UTC+8.
       */
      expires_on: string;
      consent: components["schemas"]["GivenConsent"];
      /** @description Days for which copies remain in backups after a deletion. */
      backup_days: number;
    };
    /** @description The terms of keeping a profile. */
    ProfileTerms: {
      /** @description The periods to choose from, in days. */
      expires_in_days: number[];
      /** @description Days for which copies remain in backups after a deletion. */
      backup_days: number;
      /** @description Whether what is deleted is overwritten at once; else sealed remains lie in a database server's files for a while. */
      overwritten: boolean;
    };
    /** @description A QR code. */
    QrCode: {
      /** @description Squares on a side, without the quiet zone of four squares around it. */
      size: number;
      /** @description From the top, one text per row: `1` dark, `0` light. */
      rows: string[];
    };
    /** @description A text to draw. */
    QrRequest: {
      /** @description At most 500 bytes of UTF-8, without NUL. */
      text: string;
    };
    /** @description A fact to ask next. */
    Question: {
      fact: components["schemas"]["FactId"];
      /** @description Id of its topic, as in `/api/v1/facts`. */
      topic: string;
      /** @description How many undetermined measures miss it. */
      decides: number;
    };
    /** @description The service can read and write its database. */
    Ready: {
      /**
       * @description Always `ready`.
       * @enum {string}
       */
      status: "ready";
      /** @description What the operator has to look at though all works. `clock_ahead`: the clock is more than 72 hours past the confirmed time, so that nothing is removed and nothing ends. `clock_behind`: it is more than an hour before it. `no_chinese_font`: no font with Chinese is installed, so that no sheet can be made as PDF. `policies_not_served`: policies have a fault, see `unserved`, so that the service goes on by former ones. */
      warnings: ("clock_ahead" | "clock_behind" | "no_chinese_font" | "policies_not_served")[];
      /** @description The policies that should be served and have a fault; null if all is well. */
      unserved: ({
        /** @description Their hash; null for those of the service's folder. */
        catalogue: string | null;
        /** @description Their publication; null for those of the folder. */
        publication: number | null;
        /** @description The first fault and its place, for the operator. */
        fault: string;
      }) | null;
    };
    /** @description A saved answer that today's vocabulary reads in another way. */
    Renewal: {
      fact: components["schemas"]["FactId"];
      /** @description It has to be answered again. */
      lost: boolean;
      /** @description What takes its place, Chinese. */
      note: string;
    };
    /** @description Names the request; also in the header `X-Request-Id` and in the log. */
    RequestId: string;
    /** @description A fact that earlier versions asked. */
    RetiredFact: {
      /** @description Id of the fact. */
      id: string;
      /** @description What takes its place, Chinese. */
      note: string;
    };
    /** @description An option that earlier versions offered. */
    RetiredOption: {
      fact: components["schemas"]["FactId"];
      /** @description Code of the option. */
      code: string;
      /** @description Options to choose from today. */
      successors: string[];
      /** @description What a saved answer is read as; null: it has to be answered again. */
      becomes: string[] | null;
      /** @description What takes its place, Chinese. */
      note: string;
    };
    /** @description Counts changes from 1; a change names the revision that it starts from. */
    Revision: number;
    /** @description A condition of a measure. */
    Rule: components["schemas"]["RuleGroup"] | components["schemas"]["RuleLeaf"];
    /** @description Conditions that combine. */
    RuleGroup: {
      op: components["schemas"]["GroupOperator"];
      /** @description `not` has one child. */
      children: components["schemas"]["Rule"][];
    };
    /** @description A comparison of one fact. */
    RuleLeaf: {
      op: components["schemas"]["LeafOperator"];
      fact: components["schemas"]["FactId"];
      /** @description What the fact is compared with, in the fact's unit; null where the figure depends on facts. */
      required: components["schemas"]["FactValue"];
      /** @description Id of the figure that `required` is made of, the last of `parameters`; null: of none. */
      parameter: string | null;
      /** @description Ids of all figures that `required` is made of; empty: of none. */
      parameters: components["schemas"]["ParameterRef"][];
      /** @description The condition for people, Chinese. */
      text: string;
      /** @description Where it is written, if it is another place than the measure's own clause, the first of its `sources`; null: it is that clause. Where a figure is written, its `parameters` say. */
      source: components["schemas"]["Citation"] | null;
    };
    /** @description A saved profile. */
    SavedProfile: components["schemas"]["ProfileReceipt"] & ({
      profile: components["schemas"]["Profile"];
      /**
       * Format: date
       * @description The day that the owner asked about, `YYYY-MM-DD`, at UTC+8; null: today.
       */
      as_of: string | null;
      /** @description Fields of support that the owner chose. */
      needs: components["schemas"]["NeedId"][];
      left_out: components["schemas"]["LeftOut"];
      /** @description The catalogue that was current as it was saved: `/api/v1/changes` tells what has changed since. Absent from a profile that an earlier version of the service saved. */
      catalogue?: components["schemas"]["CatalogueHash"];
      /** @description Answers that today's vocabulary reads in another way. */
      renewals: components["schemas"]["Renewal"][];
    });
    /** @description One sentence with its answers. */
    Screen: {
      id: components["schemas"]["ScreenId"];
      /** @description The sentence, Chinese. */
      ask: string;
      /** @description The sentence, English. */
      ask_en: string;
      /** @description How to answer, Chinese; null where the sentence says all. */
      help: string | null;
      /** @description The same, English. */
      help_en: string | null;
      /**
       * @description `one`: one tap. `many`: a list of ticks. `fields`: its `fields` as ordinary fields.
       * @enum {string}
       */
      style: "one" | "many" | "fields";
      /**
       * @description How to show the options; `bands`: classes of size by figures.
       * @enum {string}
       */
      picture: "tiles" | "map" | "list" | "bands";
      /** @description Every fact that the screen can set or ask; a fact is on one screen only. */
      facts: components["schemas"]["FactId"][];
      /** @description In the order of showing. */
      options: components["schemas"]["ScreenOption"][];
      /** @description The sentence above the second line, Chinese; null without one. */
      second_ask: string | null;
      /** @description The same, English. */
      second_ask_en: string | null;
      /** @description A second line of options, of which one is chosen; empty without one. */
      second: components["schemas"]["ScreenOption"][];
      /** @description For `fields` the questions; otherwise further ones, for those who know a figure or a code. */
      fields: components["schemas"]["ScreenField"][];
      /** @description Of a list of ticks: what leaving out means; null for other styles. */
      none: components["schemas"]["ScreenNone"] | null;
      skip: components["schemas"]["ScreenSkip"];
      /** @description When the screen is asked; null: always. */
      when: components["schemas"]["ScreenCondition"] | null;
    };
    /** @description A test on answers already given: a fact with `in` or `not_in`, or one of `all` and `any`. An unanswered fact makes `in` false and `not_in` true; a list passes `in` with one of the options. */
    ScreenCondition: {
      fact?: components["schemas"]["FactId"];
      /** @description Options of the fact of which one is given. */
      in?: string[];
      /** @description Options of the fact of which none is given. */
      not_in?: string[];
      /** @description Conditions that all hold. */
      all?: components["schemas"]["ScreenCondition"][];
      /** @description Conditions of which one holds. */
      any?: components["schemas"]["ScreenCondition"][];
    };
    /** @description A fact that the screen asks as an ordinary field. */
    ScreenField: {
      fact: components["schemas"]["FactId"];
      /** @description When it is asked; null: always. */
      when: components["schemas"]["ScreenCondition"] | null;
    };
    /** @description The id of a screen, as in `/api/v1/screens`. */
    ScreenId: string;
    /** @description The screens of questions. */
    ScreenList: {
      catalogue: components["schemas"]["CatalogueHash"];
      /** @description In the order of asking; empty for a catalogue without screens. */
      screens: components["schemas"]["Screen"][];
    };
    /** @description The act that answers what was left out. */
    ScreenNone: {
      /** @description Its words, Chinese. */
      label: string;
      /** @description Its words, English. */
      label_en: string;
      /** @description The answer for each fact that no ticked option sets or asks. Only for facts of options that were shown. */
      sets: components["schemas"]["Profile"];
    };
    /** @description Something to tap or tick. */
    ScreenOption: {
      /** @description Unique on its screen. */
      id: string;
      /** @description Its words, Chinese. */
      label: string;
      /** @description Its words, English. */
      label_en: string;
      /** @description Everyday words that find it, Chinese. */
      words: string[];
      /** @description The heading under which it is, Chinese; null: under none. */
      group: string | null;
      /** @description The same heading, English; null: under none, or an earlier version. */
      group_en: string | null;
      /** @description The name of a drawing for it; null: none. */
      picture: string | null;
      /** @description What it answers. Lists add up over the chosen options of a screen. */
      sets: components["schemas"]["Profile"];
      /** @description When it is offered; null: always. */
      when: components["schemas"]["ScreenCondition"] | null;
      /** @description Facts to ask below it once it is chosen. An answer to one replaces what the option sets. The answer that `none` gives is not offered there. */
      details: components["schemas"]["FactId"][];
      /** @description Of a class of size: fact id to the figure at which the class begins, in the fact's unit (persons, or yuan with at most 2 decimals). A company has the lowest class that one of its figures gives. Empty for the lowest class, and for every option that is no class of size. */
      begins: {
        [key: string]: number;
      };
    };
    /** @description The act that leaves the rest unknown. */
    ScreenSkip: {
      /** @description Its words, Chinese. */
      label: string;
      /** @description Its words, English. */
      label_en: string;
    };
    /** @description A PDF on A4 pages, with its text. */
    SheetFile: string;
    /**
     * @description Why no sheet can be printed, of `/api/v1/sheet` only.
     * @enum {string}
     */
    SheetIssueCode: "no_chinese_font";
    /**
     * @description `wanted`: it will ask for it. `applied`: it has asked. `received`: it has had it.
     * @enum {string}
     */
    SheetMark: "wanted" | "applied" | "received";
    /**
     * @description `hall`: the window to go to. `todo`: what to do. `others`: what else applies. `near`: what one condition keeps away. `open`: questions. `map`: the items of the notice. `qr`: the address of the service as a code.
     * @enum {string}
     */
    SheetPart: "hall" | "todo" | "others" | "near" | "open" | "map" | "qr";
    /** @description A company whose sheet is printed. */
    SheetRequest: {
      profile: components["schemas"]["Profile"];
      /**
       * Format: date
       * @description The day to answer for, `YYYY-MM-DD`, 1900 to 2999; null or absent: today at UTC+8.
       */
      as_of?: string | null;
      /** @description Hash of the catalogue to answer by; null or absent: the current one. */
      catalogue?: string | null;
      /** @description Name of the company to print; null or absent: the one in the profile, if any. */
      name?: string | null;
      /** @description Code of the profile that the owner saved: printed as a QR code that opens it. Whether it exists is not looked up. Null or absent: none is printed, as on a service that does not know its own address. */
      code?: string | null;
      /**
       * @description Language of the sheet; null or absent: `zh`. What has no translation stays Chinese.
       * @enum {string|null}
       */
      lang?: "zh" | "en" | null;
      /** @description Measures that are printed whole, in this order. Null or absent: the first six that are due to this company, without those for every company, in the order of a match answer. */
      measures?: components["schemas"]["MeasureRef"][] | null;
      /** @description Measures that are printed in short, in this order. Null or absent: the others that are due. */
      others?: components["schemas"]["MeasureRef"][] | null;
      /** @description What the company does about measures, by their ids; null or absent: nothing is known. */
      marks?: {
        [key: string]: components["schemas"]["SheetMark"];
      } | null;
      /** @description Parts to print; null or absent: all. */
      parts?: components["schemas"]["SheetPart"][] | null;
    };
    /** @description An answer that the credit code makes likely. Nothing is taken from it. */
    Suggestion: {
      fact: components["schemas"]["FactId"];
      /** @description An option code. */
      value: string;
      /** @description What makes it likely, Chinese. */
      because: string;
    };
    /** @description Sums over the measures of the answer, money paid out only. */
    Sums: {
      /** @description In yuan (元), at most 2 decimals: what the notice states for eligible measures, subject to approval. Of an award and its own nomination only the higher counts. */
      certain: number;
      /** @description In yuan (元), at most 2 decimals: the same for conditional measures. */
      conditional: number;
      /** @description How many measures promise money without a stated figure. */
      uncounted: number;
    };
    /** @description Sums over the measures of the answer, money paid out only. */
    Totals: components["schemas"]["Sums"] & {
      /** @description What to know about the sums. */
      caveats: components["schemas"]["Caveat"][];
    };
    /**
     * @description Names a text of `totals_caveats` of `GET /api/v1/measures?detail=full`.
     * @enum {string}
     */
    TotalsCaveatName: "several_awards" | "paid_once";
    /**
     * @description Whether a condition holds; `unknown` where a fact is missing.
     * @enum {string}
     */
    Truth: "true" | "false" | "unknown";
    /** @description A unit that answers for a measure. */
    Unit: {
      id: components["schemas"]["UnitRef"];
      /** @description Official name, Chinese. */
      name: string;
      /** @description The same, English; null in an earlier version. */
      name_en: string | null;
      level: components["schemas"]["UnitLevel"];
      role: components["schemas"]["UnitRole"];
    };
    /** @description A clause that the unit answers for. */
    UnitClause: {
      /** @description Id of the clause. */
      id: string;
      /** @description Title of the clause, Chinese. */
      title: string;
      /** @description The same, English. */
      title_en: string;
      kind: components["schemas"]["ClauseKind"];
      /**
       * @description `responsible`: named by the notice. `provincial`: supports.
       * @enum {string}
       */
      role: "responsible" | "provincial";
    };
    /** @description How to reach a unit; null where no text says. */
    UnitContact: {
      /** @description Postal address, Chinese; null where no text gives one. */
      address: string | null;
      /** @description Telephone number as published; null where no text gives one. */
      telephone: string | null;
      /** @description Opening hours, Chinese; null where no text gives them. */
      hours: string | null;
      /** @description Address on the web; null where there is no page. */
      page: string | null;
      /** @description Where the contact was read; null where no text gives one. */
      source: string | null;
      /**
       * Format: date
       * @description Day on which it was last checked, `YYYY-MM-DD`; null: never.
       */
      last_checked: string | null;
      /** @description Checked more than a year ago. */
      outdated: boolean;
    };
    /** @description A responsible unit. */
    UnitEntry: {
      id: components["schemas"]["UnitRef"];
      /** @description Official name, Chinese. */
      name: string;
      /** @description The same, English; null in an earlier version. */
      name_en: string | null;
      /** @description Other names of the unit in texts, Chinese. */
      aliases: string[];
      level: components["schemas"]["UnitLevel"];
      /** @description Id of the unit that it belongs to; null: of none. */
      parent: string | null;
    };
    /**
     * @description Level of the unit; `collective` stands for several units at once.
     * @enum {string}
     */
    UnitLevel: "municipal" | "provincial" | "county" | "collective";
    /** @description Responsible units. */
    UnitList: {
      /** @description In the order of the catalogue. */
      units: components["schemas"]["UnitEntry"][];
    };
    /** @description A responsible unit in full. */
    UnitPage: components["schemas"]["UnitEntry"] & {
      contact: components["schemas"]["UnitContact"];
      /** @description In the order of the notice; empty where the unit answers for none. */
      clauses: components["schemas"]["UnitClause"][];
    };
    /** @description The id of a responsible unit, as in `/api/v1/units`. */
    UnitRef: string;
    /**
     * @description `responsible`: named by the notice. `provincial`: supports from the province. `local`: the county where the company is registered.
     * @enum {string}
     */
    UnitRole: "responsible" | "provincial" | "local";
    /** @description A unit and the listed matches that it answers for. */
    UnitWithMeasures: {
      id: components["schemas"]["UnitRef"];
      /** @description Official name, Chinese. */
      name: string;
      /** @description The same, English; null in an earlier version. */
      name_en: string | null;
      /** @description Measures of the listed matches that the unit answers for. */
      measures: components["schemas"]["MeasureRef"][];
    };
    /** @description A condition that fails. */
    Unmet: {
      fact: components["schemas"]["FactId"];
      given: components["schemas"]["FactValue"];
      required: components["schemas"]["FactValue"];
      /** @description How far the quantity is from passing; null where the fact is not a quantity. */
      gap: components["schemas"]["Gap"] | null;
      /** @description The words for people, Chinese. */
      text: string;
    };
    /** @description The days on which a measure holds. */
    Validity: {
      /**
       * Format: date
       * @description First day, `YYYY-MM-DD`, at UTC+8.
       */
      from: string;
      /**
       * Format: date
       * @description Last day, `YYYY-MM-DD`, at UTC+8; null: open.
       */
      to: string | null;
    };
    /**
     * @description `eligible`: every condition holds. `conditional`: every condition in the profile holds, an authority judges the rest. `undetermined`: facts are missing. `not_eligible`: a condition fails. `not_applicable`: the measure is for others. `not_in_force`: it does not hold on that day.
     * @enum {string}
     */
    Verdict: "eligible" | "conditional" | "undetermined" | "not_eligible" | "not_applicable" | "not_in_force";
    /** @description The verdicts, with counts and totals. */
    VerdictsAnswer: components["schemas"]["AnswerHead"] & {
      /**
       * @description The form of the answer.
       * @constant
       */
      detail: "verdicts";
      totals: components["schemas"]["CoreTotals"];
      /** @description The id of each measure and the verdict on it, `eligible` first, in the order of `Verdict`. */
      verdicts: {
        [key: string]: components["schemas"]["Verdict"];
      };
    };
    /** @description One of the two versions that are compared. */
    VersionRef: {
      hash: components["schemas"]["CatalogueHash"];
      /**
       * Format: date-time
       * @description When the service first answered by it, ISO 8601, UTC.
       */
      published: string;
    };
    /** @description Something in the profile that does not fit, or that the reader must know. */
    Warning: {
      fact: components["schemas"]["FactId"];
      code: components["schemas"]["WarningCode"];
      /** @description The words for people, Chinese. */
      message: string;
      /** @description The same, English; null in an earlier version. */
      message_en: string | null;
    };
    /**
     * @description `overruled`: another fact decides. `differs`: facts disagree. `unlikely`: rarely true. `not_used`: has no effect. `unknown_industry`: not in GB/T 4754. `length` to `citizen_number`: what is wrong with a credit code. `not_yet_registered` to `deregistered`: what the state of registration means. `procurement_elsewhere`: the buyer follows other rules. Codes may be added.
     * @enum {string}
     */
    WarningCode: "overruled" | "differs" | "unlikely" | "not_used" | "unknown_industry" | "length" | "alphabet" | "department" | "category" | "region" | "organisation_checksum" | "checksum" | "citizen_number" | "not_yet_registered" | "in_bankruptcy" | "revoked" | "deregistered" | "procurement_elsewhere";
  };
  responses: {
    /** @description The request does not fit what is stored by now. */
    Conflict: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The service has failed; `request_id` finds the reason in its log. */
    Failure: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description `catalogue_gone`: the service kept the catalogue for its time, which is over. */
    Gone: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The request is malformed, or `issues` name what is wrong in it. */
    Invalid: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The key in `X-Api-Key` may not be used so: `origin_not_allowed` (a publishable key, and not one of its pages), `secret_key_in_page` (a secret key with an `Origin`), `scope_not_granted`. */
    KeyForbidden: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The header fields are too large. */
    LargeHead: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The body has no length. */
    LengthRequired: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The path and query are too long. */
    LongTarget: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The request has no code in `Authorization: Bearer <code>`, or a key in `X-Api-Key` that opens nothing: `malformed_key`, `unknown_key`, `expired_key` or `revoked_key`. */
    NoCodeOrKey: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description There is nothing under this name. A code that is wrong, expired or deleted gets one and the same answer. */
    NotFound: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The body is not `application/json` in UTF-8 without compression. */
    NotJson: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not changed since the ETag in `If-None-Match`. */
    NotModified: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        ETag: components["headers"]["ETag"];
      };
      content: never;
    };
    /** @description The request did not arrive in time. */
    SlowRequest: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The body is too large. */
    TooLarge: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too many requests of this kind from this client, or from all clients. */
    TooMany: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "Retry-After": components["headers"]["Retry-After"];
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The service cannot answer now; try again later. */
    Unavailable: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "Retry-After": components["headers"]["RetryLater"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The key in `X-Api-Key` opens nothing: `malformed_key`, `unknown_key`, `expired_key` or `revoked_key`; `missing_key` where a key is asked for. */
    WrongKey: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: {
    /** @description The day to answer for, `YYYY-MM-DD`, of the years 1900 to 2999; without it today at UTC+8. */
    AsOf?: string;
    /**
     * @description Ids of the measures to tell of, separated by commas; without it all.
     * @example 7.1,11.1.2
     */
    BatchMeasures?: string;
    /**
     * @description The verdicts to tell, separated by commas; without it `eligible,conditional`.
     * @example eligible,conditional
     */
    BatchOnly?: string;
    /** @description The version to read, as `/api/v1/catalogues` lists them; without it the current one. An answer by a named version that does not depend on the day, or names it in `as_of`, never changes: `Cache-Control` says so. */
    Catalogue?: components["schemas"]["CatalogueHash"];
    /** @description Only of this chapter. */
    Chapter?: number;
    /** @description Id of a clause. */
    ClauseId: string;
    /** @description Id of a document. */
    DocumentId: string;
    /** @description Only facts of this topic. */
    FactTopic?: string;
    /** @description Only of this item of the notice. */
    Item?: number;
    /** @description Only of this kind. */
    Kind?: components["schemas"]["ClauseKind"];
    /** @description Only units of this level. */
    Level?: components["schemas"]["UnitLevel"];
    /** @description `full`: each measure with its conditions, and what else answers of `detail: core` leave out. */
    MeasureDetail?: "short" | "full";
    /** @description Id of a measure. */
    MeasureId: components["schemas"]["MeasureRef"];
    /** @description Only of this kind. Internal clauses are no measures: `/api/v1/clauses` lists them. */
    MeasureKind?: components["schemas"]["MeasureKind"];
    /** @description Id of a figure. */
    ParameterId: components["schemas"]["ParameterRef"];
    /** @description The version to compare with: its hash, or a day (`YYYY-MM-DD`). */
    Since: string;
    /** @description Only with this text in the title, the summary or a keyword. */
    Text?: string;
    /** @description The hash of the later version; without it the current one. */
    To?: components["schemas"]["CatalogueHash"];
    /** @description Only of this field of support. */
    Topic?: components["schemas"]["NeedId"];
    /** @description Only those of this responsible unit. */
    Unit?: components["schemas"]["UnitRef"];
    /** @description Id of a unit. */
    UnitId: components["schemas"]["UnitRef"];
  };
  requestBodies: never;
  headers: {
    /** @description `no-cache`: ask again with the ETag. `immutable`: the answer never changes. */
    "Cache-Control": string;
    /** @description `attachment` with a file name. */
    "Content-Disposition": string;
    /** @description Names this version of the answer; send it back in `If-None-Match`. */
    ETag: string;
    /** @description RFC 8288. `service-desc`: the OpenAPI document; `service-doc`: the page for developers; `status`: the state of the service; `deprecation`: the page that tells what takes the place of the operation. */
    Link: string;
    /** @description `"key";r=29995;t=1`: `r` points are left, and in `t` seconds all are again. Absent: no limit. */
    RateLimit: string;
    /** @description `"key";q=30000;w=60`: `q` points may be spent in `w` seconds, all at once if need be. An operation costs its `x-cost`. The fields are those of draft-ietf-httpapi-ratelimit-headers-10. Absent: no limit. */
    "RateLimit-Policy": string;
    /** @description Seconds to wait. */
    "Retry-After": number;
    /** @description Seconds to wait, where that is known. */
    RetryLater: number;
    /** @description How to authenticate. */
    "WWW-Authenticate": string;
    /** @description Names the request in the log; a trusted proxy may send its own. */
    "X-Request-Id": string;
  };
  pathItems: never;
}

export type $defs = Record<string, never>;

export type external = Record<string, never>;

export interface operations {

  /**
   * Where to go on from here
   * @description Where to go on from here
   */
  get_index: {
    responses: {
      /** @description Addresses. */
      200: {
        headers: {
          Link: components["headers"]["Link"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["Index"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * The catalogue that answers are made by
   * @description The catalogue that answers are made by
   */
  get_catalogue: {
    parameters: {
      query?: {
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description Its hash and its size. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["Catalogue"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * The versions of the catalogue that are kept
   * @description The newest first. An earlier version answers at least 24 months after the next one came: `catalogue` names it in the body of a match and in the query of every list. After that it is answered 410 `catalogue_gone`.
   */
  list_catalogues: {
    responses: {
      /** @description The versions. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["CatalogueVersionList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * What differs between two versions of the catalogue
   * @description Each change names what it is about, the field, the old and the new value, and whether it can change a verdict or an amount. With a day, the version that was current as that day began at UTC+8 is compared; before the first version that is kept, that one: `from` and `known_since` tell which.
   */
  list_changes: {
    parameters: {
      query: {
        since: components["parameters"]["Since"];
        to?: components["parameters"]["To"];
      };
    };
    responses: {
      /** @description The changes, in the order of the notice. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ChangeList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * All clauses of the notice, internal ones included
   * @description All clauses of the notice, internal ones included
   */
  list_clauses: {
    parameters: {
      query?: {
        item?: components["parameters"]["Item"];
        chapter?: components["parameters"]["Chapter"];
        unit?: components["parameters"]["Unit"];
        topic?: components["parameters"]["Topic"];
        kind?: components["parameters"]["Kind"];
        q?: components["parameters"]["Text"];
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description The matching clauses. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ClauseList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * One clause: its place and what it rests on
   * @description One clause: its place and what it rests on
   */
  get_clause: {
    parameters: {
      query?: {
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
      path: {
        id: components["parameters"]["ClauseId"];
      };
    };
    responses: {
      /** @description The clause. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ClauseDetail"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Requests with the verdicts that they must get
   * @description Worked cases of the editors. An integration that sends each `request` to `/api/v1/match` and finds these verdicts and amounts is right.
   */
  get_conformance_pack: {
    responses: {
      /** @description The pack. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ConformancePack"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * How to reach units and service halls
   * @description How to reach units and service halls
   */
  list_contacts: {
    parameters: {
      query?: {
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ContactList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Notices, laws and standards that are cited
   * @description Notices, laws and standards that are cited
   */
  list_documents: {
    parameters: {
      query?: {
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["DocumentList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * One document: where to read it and what rests on it
   * @description One document: where to read it and what rests on it
   */
  get_document: {
    parameters: {
      query?: {
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
      path: {
        id: components["parameters"]["DocumentId"];
      };
    };
    responses: {
      /** @description The document. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["DocumentDetail"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Everything that can be asked, in the order of asking
   * @description Everything that can be asked, in the order of asking
   */
  list_facts: {
    parameters: {
      query?: {
        topic?: components["parameters"]["FactTopic"];
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description The vocabulary. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["FactList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Report an error, object, or suggest something
   * @description Message and contact are encrypted before they are stored, and never logged. The query code appears in this answer only.
   */
  send_feedback: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["FeedbackRequest"];
      };
    };
    responses: {
      /** @description Received. */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["FeedbackReceipt"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 32 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Ask how far a report is
   * @description The query code is sent as `Authorization: Bearer <code>`.
   */
  feedback_state: {
    responses: {
      /** @description Its state, and nothing else. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["FeedbackStateAnswer"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NoCodeOrKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Tell what the key in X-Api-Key may do
   * @description `use` counts from the start of the process. Costs no points, so that it also answers a key that has none left.
   */
  get_key: {
    responses: {
      /** @description The key, without its secret part. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
        };
        content: {
          "application/json": components["schemas"]["Key"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Match one profile against every measure
   * @description Tells for each measure of the notice whether it applies to the company, why, what it is worth and which unit answers for it. The answer has the form that `detail` asks for: `CoreAnswer` by default, `MatchAnswer` for `full`, `VerdictsAnswer` for `verdicts`. The profile is neither stored nor logged. The same request with the same `as_of` and `catalogue` always gives the same answer.
   */
  match: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["MatchRequest"];
      };
    };
    responses: {
      /** @description The verdict on every measure, and what to ask next. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["AnswerOfAnyDetail"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 64 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Match up to 1,000 profiles, for their verdicts
   * @description The body is a list of companies, or, as `application/x-ndjson`, a company on each line. The answer has a line for each, in the same order: its verdicts, or what is wrong with it. The last line says `done`; without it the answer is not complete. `line` is the place in the list from 1, or the line of the body. Besides its `x-cost` a request costs a point for every `x-bytes-a-point` bytes of its body. The profiles are neither stored nor logged. `policycalc batch` matches whole registries where they lie.
   */
  match_batch: {
    parameters: {
      query?: {
        catalogue?: components["parameters"]["Catalogue"];
        as_of?: components["parameters"]["AsOf"];
        only?: components["parameters"]["BatchOnly"];
        measures?: components["parameters"]["BatchMeasures"];
      };
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["BatchRequest"];
        "application/x-ndjson": components["schemas"]["BatchCompany"];
      };
    };
    responses: {
      /** @description A line for each company, then the last line. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/x-ndjson": components["schemas"]["BatchLine"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 4096 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Rate how one's matter was handled
   * @description Once, after the matter is closed. The words are encrypted before they are stored, and never logged.
   */
  rate_matter: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["MatterRatingRequest"];
      };
    };
    responses: {
      /** @description Kept. */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["MatterRated"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      /** @description The reference or the query code is wrong, or the authorisation is over: always the same answer. */
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      /** @description The matter is not closed yet, or it was rated already. */
      409: components["responses"]["Conflict"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 32 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      /** @description Too many wrong codes from this client. */
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Ask how far one's matter is
   * @description For a company that has a matter at a service hall: with the reference and the query code of its receipt.
   */
  matter_status: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["MatterKey"];
      };
    };
    responses: {
      /** @description Its state, what comes next and whom to ask. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["MatterStatus"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      /** @description The reference or the query code is wrong, or the authorisation is over: always the same answer. */
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 32 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      /** @description Too many wrong codes from this client. */
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * The measures
   * @description With `detail=full` everything that an answer of `detail: core` leaves out: join both by the id of the measure, and by node as `CoreMatch` says. With `catalogue` and `as_of` the answer never changes and may be kept: the member `texts` of a core answer is this address, the same for all days that have the same texts.
   */
  list_measures: {
    parameters: {
      query?: {
        item?: components["parameters"]["Item"];
        chapter?: components["parameters"]["Chapter"];
        unit?: components["parameters"]["Unit"];
        topic?: components["parameters"]["Topic"];
        kind?: components["parameters"]["MeasureKind"];
        q?: components["parameters"]["Text"];
        as_of?: components["parameters"]["AsOf"];
        detail?: components["parameters"]["MeasureDetail"];
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description The matching measures. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["MeasuresOfAnyDetail"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * One measure with its criteria
   * @description One measure with its criteria
   */
  get_measure: {
    parameters: {
      query?: {
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
      path: {
        id: components["parameters"]["MeasureId"];
      };
    };
    responses: {
      /** @description The measure. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["Measure"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * The figures that conditions, amounts and texts are made of
   * @description The figures that conditions, amounts and texts are made of
   */
  list_parameters: {
    parameters: {
      query?: {
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ParameterList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * One figure: its values, their sources and what uses it
   * @description One figure: its values, their sources and what uses it
   */
  get_parameter: {
    parameters: {
      query?: {
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
      path: {
        id: components["parameters"]["ParameterId"];
      };
    };
    responses: {
      /** @description The figure. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["Parameter"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * The JSON Schema of a profile
   * @description The JSON Schema of a profile
   */
  get_profile_schema: {
    parameters: {
      query?: {
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description The schema, as `components/schemas/Profile`. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["JsonSchema"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Save a profile under a new code
   * @description The profile is sealed under a key that the code opens; the service's own key opens it only where `consent` allows that. The code appears in this answer only.
   */
  save_profile: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewProfile"];
      };
    };
    responses: {
      /** @description Saved. */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["NewSavedProfile"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 64 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Read the profile that the code opens
   * @description Read the profile that the code opens
   */
  get_profile: {
    responses: {
      /** @description The profile as it was saved, in today's vocabulary. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["SavedProfile"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NoCodeOrKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Change the profile that the code opens
   * @description `expires_in_days` and `consent` stay as they are where they are absent.
   */
  change_profile: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["ChangedProfile"];
      };
    };
    responses: {
      /** @description Changed. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ProfileReceipt"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NoCodeOrKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      /** @description The profile has another revision: it was changed elsewhere. */
      409: components["responses"]["Conflict"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 64 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Delete the profile that the code opens
   * @description Delete the profile that the code opens
   */
  delete_profile: {
    responses: {
      /** @description Deleted. */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NoCodeOrKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * How long a profile may be kept, and how long backups live
   * @description How long a profile may be kept, and how long backups live
   */
  get_profile_terms: {
    responses: {
      /** @description The terms. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ProfileTerms"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Draw the QR code of a text
   * @description The text is neither stored nor logged.
   */
  qr: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["QrRequest"];
      };
    };
    responses: {
      /** @description The squares of the code. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["QrCode"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 32 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * The questions as screens in everyday words
   * @description The questions as screens in everyday words
   */
  list_screens: {
    parameters: {
      query?: {
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description The screens, in the order of asking. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["ScreenList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Print the answer for one profile as PDF
   * @description The sheet that a company takes along (一次性告知单), on A4: the window to go to, what to do with its worth, next step, unit and documents, what else applies, what is open. Nothing of the request is stored or logged. The order of the measures is the caller's, or that of a match answer. 503 with the issue `no_chinese_font`: the service has no font with Chinese.
   */
  sheet: {
    requestBody: {
      content: {
        "application/json": components["schemas"]["SheetRequest"];
      };
    };
    responses: {
      /** @description The sheet. */
      200: {
        headers: {
          "Content-Disposition": components["headers"]["Content-Disposition"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/pdf": components["schemas"]["SheetFile"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      411: components["responses"]["LengthRequired"];
      /** @description The body has more than 64 KiB. */
      413: components["responses"]["TooLarge"];
      414: components["responses"]["LongTarget"];
      415: components["responses"]["NotJson"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * The responsible units
   * @description The responsible units
   */
  list_units: {
    parameters: {
      query?: {
        level?: components["parameters"]["Level"];
        catalogue?: components["parameters"]["Catalogue"];
      };
    };
    responses: {
      /** @description The units of that level. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["UnitList"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * One unit: how to reach it, what it answers for
   * @description One unit: how to reach it, what it answers for
   */
  get_unit: {
    parameters: {
      query?: {
        as_of?: components["parameters"]["AsOf"];
        catalogue?: components["parameters"]["Catalogue"];
      };
      path: {
        id: components["parameters"]["UnitId"];
      };
    };
    responses: {
      /** @description The unit. */
      200: {
        headers: {
          "Cache-Control": components["headers"]["Cache-Control"];
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["UnitPage"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["SlowRequest"];
      410: components["responses"]["Gone"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Tell whether the process answers
   * @description Tell whether the process answers
   */
  live: {
    responses: {
      /** @description It answers. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
        };
        content: {
          "application/json": components["schemas"]["Live"];
        };
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Tell whether the service can read and write its database
   * @description The answer may be 3 seconds old. With 503, one issue says why: `database_locked`, `storage_full`, `database_damaged`, `database_removed`, `database_replaced` or `database_unreachable`.
   */
  ready: {
    responses: {
      /** @description It can. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
        };
        content: {
          "application/json": components["schemas"]["Ready"];
        };
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * Counters for Prometheus
   * @description Counters for Prometheus
   */
  metrics: {
    responses: {
      /** @description Prometheus text format 0.0.4. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
        };
        content: {
          "text/plain": components["schemas"]["Metrics"];
        };
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
  /**
   * This document
   * @description This document
   */
  get_openapi: {
    responses: {
      /** @description OpenAPI 3.1. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        };
        content: {
          "application/json": components["schemas"]["OpenApi"];
        };
      };
      304: components["responses"]["NotModified"];
      400: components["responses"]["Invalid"];
      401: components["responses"]["WrongKey"];
      403: components["responses"]["KeyForbidden"];
      408: components["responses"]["SlowRequest"];
      414: components["responses"]["LongTarget"];
      429: components["responses"]["TooMany"];
      431: components["responses"]["LargeHead"];
      500: components["responses"]["Failure"];
      503: components["responses"]["Unavailable"];
    };
  };
}
