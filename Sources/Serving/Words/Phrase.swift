/// The texts of the interface by their keys in the table `interface.tsv`, which has each in every language.
///
/// `…One` and `…Many` are the singular and the plural; `{}` and `{a}` are places that values go into.
enum Phrase: String, CaseIterable, Sendable {
  case addToCatalogue, all, allArticles, allOfThem, allTargets, answer, articles, ask, askExample, askHint,
    askLabel, attribute, before, believed, calendar, calendarFromNow, change, changeBroughtForward,
    changeCancelled, changeContradicted, changeCorrected, changeLowered, changeNew, changePostponed,
    changeRaised, changes, changesSince, chartEarlierLeftOut, chartLaunches, chartLaunchesAbout,
    chartMoreLeftOut, chartPriceIn, chartPrices, chartPricesAbout, chartRangeInKm, chartTargets,
    chartTargetsAbout, cited, citing, claims, clockIngested, clockPublished, colon, comingLaunches,
    comma, confidence, conflicts, conflictsHint, contents, correct, corrected, countedBy,
    databaseIsBusy, decidedBy, didYouMean, doubtfulFacts, download, drop, editAdded, editAliased,
    editCorrected, editDropped, editDroppedModel, editFailed, editKept, editTakenBack, emptyDatabase,
    factMany, factOne, facts, fieldMissing, fieldNotHere, fieldValueWrong, filter, footer,
    formIsIncomplete, formIsOld, from, headline, history, historyOf, inTheText, keep, kind,
    knownAlready, knownModel, language, latestClaims, lessSureThan, makeAlias, maker, makers, market,
    marketOverseas, marketWorld, markets, model, modelMany, modelOne, models, moreThan, name,
    navigation, newModels, newModelsHint, newModelsReadOnly, next, noAnswer, noChanges, noFacts, noName,
    noNumber, noSuchDate, noSuchMaker, noSuchMarket, noSuchModel, noSuchValue, notFound, notFoundHint,
    nothingChanged, nothingFound, nothingToReview, nothingToUndo, now, original, overview, pages,
    previous, published, publisher, qualifier, reached, readArticle, reason, replacedOn, reported,
    reset, review, reviewHint, reviewReadOnly, rowMany, rowOne, rowsOf, save, searchArticlesFor,
    sentence, since, skip, sortBy, source, status, statusActual, statusCancelled, statusExpected,
    statusPlanned, subject, sureTo, target, targets, textTooLong, to, tooManyChanges, tookTooLong,
    tryThese, undo, unit, unitStores, unitVehicles, unitVehiclesAYear, unknownFact, unknownModel, value,
    valueMax, whatIsNew, when, wholeMarket, wordsInArticles, yourEdits
}
