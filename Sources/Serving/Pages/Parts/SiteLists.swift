import EVFacts

// What many pages want and what takes a while to count, kept for all of them.
extension Site {
  /// How much there is.
  func counts() throws -> Overview.Counts { try kept("counts") { try Overview.counts(in: $0) } }

  /// The makers, models and markets with their counts.
  func names() throws -> NameListing { try kept("names") { try NameListing(store: $0) } }

  /// Models that the catalogue does not have.
  func newModels() throws -> [NewModels.Entry] { try kept("new models") { try NewModels.all(in: $0) } }

  /// Names as people type them.
  func reportNames() throws -> ReportNames { try kept("report names") { try ReportNames(store: $0) } }

  /// What reads questions.
  func questionReader() throws -> DefaultQuestionReader {
    try kept("question reader") { DefaultQuestionReader(store: $0) }
  }

  /// The largest targets of the last years with what was reported.
  func targets() throws -> [Attainment] {
    // Where the list is made anew on another day, it is of that day.
    try kept("targets") { try Overview.attainment(today: Visit.today, limit: 12, in: $0) }
  }
}
