import Testing

@Suite struct LookingAroundTests {
  @Test func listsArticles() throws {
    let run = try Folder.withFacts().run("articles", "--format", "csv")
    #expect(
      run.output == """
        article,title,publisher,published,url,language,facts\r
        ledger-1,Xiaomi lifts its target,Kilowatt Ledger,2024-11-19,https://kilowatt-ledger.example/1,en,3\r
        stromfahrer-1,Xiaomi tastet sich vor,Der Stromfahrer,2024-11-30,,de,2\r
        zh-1,,'=电车日报,,,zh,2\r

        """)
  }

  @Test func listsModels() throws {
    let run = try Folder.withFacts().run("models")
    #expect(
      run.output == """
        manufacturer  model  articles  facts
        ────────────  ─────  ────────  ─────
        Xiaomi        SU7           2      2
        Xiaomi        YU7           3      4

        """)
  }

  @Test func marksTheValueInTheSentence() throws {
    let run = try Folder.withFacts().run("facts", "--article", "ledger-1")
    #expect(
      run.output == """
        fact  kind          manufacturer  model  attribute              value  when       status
        ────  ────────────  ────────────  ─────  ──────────  ────────────────  ─────────  ───────
           1  sales target  Xiaomi        SU7    deliveries  130,000 vehicles  2024       planned
          “Xiaomi now aims to deliver ⟦130,000⟧ SU7 sedans in 2024.”
          Kilowatt Ledger, 2024-11-19, ledger-1
           3  launch        Xiaomi        YU7    launch                        June 2025  planned
          “The ⟦YU7⟧, an SUV, is to be launched in June 2025.”
          Kilowatt Ledger, 2024-11-19, ledger-1
           2  body type     Xiaomi        YU7    suv                                      actual
          “The YU7, an ⟦SUV⟧, is to be launched in June 2025.”
          Kilowatt Ledger, 2024-11-19, ledger-1

        """)
  }

  @Test func saysWhichArticlesThereAre() throws {
    let run = try Folder.withFacts().run("facts", "--article", "nowhere")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.notes == "Error: there is no article 'nowhere'. Try: evfacts articles\n")
  }

  @Test func marksTheWordsLookedFor() throws {
    let run = try Folder.withFacts().run("search", "launched", "yu7")
    #expect(run.output.contains("The ⟦YU7⟧, an SUV, is to be ⟦launched⟧ in June 2025."))
    #expect(try Folder.withFacts().run("search", "门店").output.contains("127家⟦门店⟧"))
  }

  @Test func findsNothingQuietly() throws {
    let run = try Folder.withFacts().run("search", "submarine")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.notes == "The database 'evfacts.sqlite' holds nothing of that.\n")
  }
}
