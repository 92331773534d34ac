/// The texts of the interface by their keys in the table `interface.tsv`, which has each in every language.
///
/// `…One` and `…Many` are the singular and the plural; `{}` and `{a}` are places that values go into.
enum Phrase: String, CaseIterable, Sendable {
  case all, allArticles, allOfThem, allTargets, answer, articles, ask, askExample, askHint, askLabel,
    attribute, believed, calendar, calendarFromNow, chartEarlierLeftOut, chartLaunches, chartLaunchesAbout,
    chartMoreLeftOut, chartPriceIn, chartPrices, chartPricesAbout, chartRangeInKm, chartTargets,
    chartTargetsAbout, cited, citing, claims, colon, comingLaunches, comma, confidence, conflicts,
    conflictsHint, contents, correct, corrected, decidedBy, didYouMean, download, drop, emptyDatabase,
    factMany, factOne, facts, filter, footer, from, headline, history, historyOf, inTheText, keep, kind,
    language, latestClaims, lessSureThan, maker, makers, market, marketOverseas, marketWorld, markets,
    model, modelMany, modelOne, models, moreThan, name, navigation, next, noFacts, noSuchDate, noSuchMaker,
    noSuchMarket, noSuchModel, noSuchValue, notFound, notFoundHint, nothingFound, nothingToReview,
    original, overview, pages, previous, published, publisher, reached, readArticle, reason, replacedOn,
    reported, reset, review, reviewHint, reviewReadOnly, rowMany, rowOne, rowsOf, save, searchArticlesFor,
    sentence, skip, sortBy, source, status, statusActual, statusCancelled, statusExpected, statusPlanned,
    subject, sureTo, target, targets, to, tryThese, undo, unit, unitStores, unitVehicles,
    unitVehiclesAYear, value, valueMax, whatIsNew, when, wholeMarket, wordsInArticles, yourEdits
}
