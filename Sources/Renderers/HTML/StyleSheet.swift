// SPDX-License-Identifier: EUPL-1.2

/// How a report looks on a screen of any width, in high contrast, and on paper.
enum StyleSheet {
    static let css =
        base + tables + figures + narrow + stacking("stack", below: 32) + stacking("stack-early", below: 61) + shades
        + wide + print

    private static let base = """

        :root { --ink: \(Palette.ink.rawValue); --quiet: \(Palette.quiet.rawValue); --series: \(Palette.series.rawValue);
          --link: \(Palette.link.rawValue); --fourth: \(Palette.fourth.rawValue); --tint: \(Palette.tint.rawValue);
          --paper: \(Palette.paper.rawValue); --line: #C4C4C4; }
        * { box-sizing: border-box; }
        html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 0 1rem; max-width: 76rem; background: var(--paper); color: var(--ink); line-height: 1.55;
          font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          overflow-wrap: break-word; }
        header { padding: 2rem 0 1.25rem; border-bottom: 4px solid var(--series); margin-bottom: 2rem; }
        header p { margin: 0; color: var(--quiet); }
        h1 { font-size: 2.1rem; line-height: 1.2; margin: .25rem 0; hyphens: auto; }
        h2 { font-size: 1.55rem; line-height: 1.25; margin: 3rem 0 .75rem; hyphens: auto; }
        h3 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem; }
        h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
        p, ul, ol, dl, pre { margin: 0 0 1rem; max-width: 70ch; }
        li { margin-bottom: .35rem; }
        dt { font-weight: 600; } dd { margin: 0 0 .75rem 1.25rem; } dd + dd { margin-top: -.5rem; }
        pre { white-space: pre-wrap; padding: .6rem .9rem; background: var(--tint); }
        code, pre { font: .92em ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
        a { color: var(--link); }
        a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
        main { min-width: 0; }
        main:focus { outline: none; }
        .skip { position: absolute; left: -200vw; top: 0; padding: .75rem 1rem; background: var(--paper); z-index: 1; }
        .skip:focus { left: .5rem; top: .5rem; }
        .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; }
        .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .small, footer { font-size: .9rem; color: var(--quiet); }
        .small { margin-bottom: .35rem; }
        nav h2 { font-size: 1rem; margin: 0 0 .5rem; }
        nav ul { list-style: none; margin: 0; padding: 0; font-size: .95rem; }
        nav ul ul { padding-left: 1rem; }
        nav li { margin: 0; } nav a { display: block; padding: .25rem 0; }
        section > :first-child { margin-top: 3rem; } main > :first-child, main > :first-child > :first-child { margin-top: 0; }
        section section > :first-child { margin-top: 2rem; }
        .finding { font-size: 1.12rem; line-height: 1.45; padding-left: 1rem; border-left: 4px solid var(--series); }
        .change { font-weight: 600; }
        .note { padding: .75rem 1rem; border: 1px solid var(--line); border-left-width: 4px; background: var(--tint); }
        .caution { border-color: var(--ink); } .restricted { border: 3px solid var(--fourth); }
        .cards { list-style: none; padding: 0; max-width: none; display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
        .cards.four { grid-template-columns: repeat(auto-fit, minmax(min(100%, 12.5rem), 1fr)); }
        .card { border: 1px solid var(--line); border-top: 4px solid var(--series); padding: 1rem 1.1rem; margin: 0; }
        .card p { margin-bottom: .5rem; } .card :last-child { margin-bottom: 0; }
        .card-label { font-weight: 600; }
        .card .card-number { font-size: 2.4rem; line-height: 1.1; font-weight: 700; color: var(--series);
          font-variant-numeric: tabular-nums; }
        footer { margin-top: 4rem; padding: 1rem 0 2rem; border-top: 1px solid var(--line); }

        """

    private static let tables = """
        .table, figure { margin: 1.75rem 0 2rem; }
        table { border-collapse: collapse; font-size: .95rem; line-height: 1.4; min-width: min(100%, 38rem); }
        caption, figcaption { text-align: left; max-width: 70ch; padding: 0 0 .6rem; }
        caption .label, figcaption .label { color: var(--quiet); }
        .title { font-weight: 600; font-size: 1.05rem; }
        .facts { display: block; font-size: .9rem; color: var(--quiet); }
        th, td { text-align: left; vertical-align: top; padding: .4rem 1.1rem .4rem 0; border-bottom: 1px solid #E0E0E0; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th, thead td { vertical-align: bottom; border-bottom: 2px solid var(--ink); line-height: 1.25; }
        thead th { font-weight: 600; max-width: 12rem; }
        tbody th { font-weight: 400; }
        tbody + tbody > tr:first-child > * { border-top: 1px solid var(--ink); }
        .unit { font-weight: 400; color: var(--quiet); display: block; }
        .end { text-align: right; font-variant-numeric: tabular-nums; }
        td.end { white-space: nowrap; }
        .total > * { font-weight: 600; border-top: 2px solid var(--ink); }
        .total + .total > * { border-top: 0; }
        .table + .small, table + .small { margin-top: .75rem; }

        """

    private static let figures = """
        svg { display: block; font-family: inherit; }
        svg text { font-variant-numeric: tabular-nums; }
        svg.plot { width: 17rem; }
        .plotted tbody > tr > * { vertical-align: middle; }
        .plotted thead tr:first-child > * { border-bottom: 0; padding-bottom: 0; }
        .plotted td.plot, .plotted .axis td { padding-top: 0; padding-bottom: 0; }
        svg.wide { width: 100%; max-width: 42.5rem; margin-bottom: 1rem; }
        svg.narrow { display: none; width: 100%; margin-bottom: 1rem; }
        @media (forced-colors: active) {
          svg [fill]:not([fill="none"]) { fill: currentColor; }
          svg [stroke]:not([stroke="none"]) { stroke: currentColor; }
          svg [stroke="\(Palette.grid.rawValue)"] { opacity: .35; }
          svg .bar:nth-child(n) { fill: transparent; stroke: currentColor; }
        }

        """

    /// About a telephone's width.
    private static let narrow = """
        @media screen and (max-width: 32rem) {
          h1 { font-size: 1.7rem; } h2 { font-size: 1.35rem; }
          th, td { padding-right: .6rem; }
          table { min-width: 0; }
          svg.wide { display: none; } svg.narrow { display: block; }
        }

        """

    /// Tables of a kind on pages too narrow for them: each row is a block, each number has its heading beside it.
    private static func stacking(_ kind: String, below width: Int) -> String {
        """
        @media screen and (max-width: \(width)rem) {
          .\(kind) { min-width: 0; }
          .\(kind), .\(kind) caption, .\(kind) tbody, .\(kind) tr, .\(kind) th, .\(kind) td { display: block; }
          .\(kind) caption.unseen { display: none; }
          .\(kind) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .\(kind) tbody tr { padding: .55rem 0; border-bottom: 1px solid var(--line); }
          .\(kind) tbody > tr:nth-child(n) > * { border: 0; padding: .1rem 0; text-align: left; }
          .\(kind) tbody th { font-weight: 600; }
          .\(kind) tbody th[scope="rowgroup"] { color: var(--quiet); padding-bottom: .5rem; }
          .\(kind) td[data-label] { display: flex; justify-content: space-between; gap: 1rem; max-width: 30rem;
            white-space: normal; }
          .\(kind) td[data-label]::before { content: attr(data-label); color: var(--quiet); font-weight: 400; }
          .\(kind) td[data-label] > span { text-align: right; }
          .\(kind) td.end > span { white-space: nowrap; }
          .\(kind) td.empty { display: none; }
          .\(kind) .total { border-top: 2px solid var(--ink); } .\(kind) .total > * { border-top: 0; }
          .\(kind).plotted thead { position: static; width: auto; height: auto; clip-path: none; }
          .\(kind).plotted thead tr:first-child, .\(kind) .axis td:first-child { display: none; }
          .\(kind) .axis td { padding: 0; border-bottom: 2px solid var(--ink); }
          .\(kind).plotted td[data-label] { display: inline-flex; gap: .4rem; margin-right: 1rem; }
          .\(kind) svg.plot { width: 100%; max-width: 22rem; }
        }

        """
    }

    /// Cells of heat tables, from the paper to the darkest.
    private static let shades = """
        .heat0 { background: var(--paper); } .heat1 { background: \(Palette.heatLow.rawValue); }
        .heat2 { background: \(Palette.heatMiddle.rawValue); } .heat3 { background: \(Palette.heatHigh.rawValue); }
        .heat4 { background: \(Palette.heatTop.rawValue); color: var(--paper); }
        td[class*="heat"] { padding-left: .6rem; padding-right: .6rem; -webkit-print-color-adjust: exact; border: 1px solid var(--paper); }
        td[class*="heat"][data-label]::before { color: inherit; }

        """

    private static let wide = """
        @media screen and (min-width: 78rem) {
          body { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); column-gap: 2.5rem; }
          header, footer { grid-column: 1 / -1; }
          nav { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; }
        }
        @media screen and (max-width: 77.99rem) { nav { margin-bottom: 2.5rem; } }

        """

    private static let print = """
        @page { size: A4; margin: 20mm 18mm 22mm;
          @bottom-center { content: counter(page) " (" counter(pages) ")"; font: 9pt system-ui, sans-serif; } }
        @media print {
          html { font-size: 10.5pt; }
          body { padding: 0; max-width: none; }
          header { padding-top: 0; }
          .skip { display: none; }
          a { color: inherit; text-decoration: none; }
          nav { margin-bottom: 2rem; }
          h1, h2, h3, h4, h5, h6 { break-after: avoid; white-space: pre-wrap; }
          h2 { margin-top: 2rem; }
          p, li, dd { orphans: 3; widows: 3; }
          thead { display: table-header-group; break-inside: avoid; }
          tr, .card, .note, .finding, figure, svg, .short { break-inside: avoid; }
          figure.long { break-inside: auto; }
          caption, figcaption, thead { break-after: avoid; }
          tbody:first-of-type > tr:nth-child(2), tbody:last-child > tr:last-child { break-before: avoid; }
          .long svg + table { break-before: avoid; }
          nav > ul { columns: 2; max-width: none; } nav > ul > li { break-inside: avoid; } nav a { padding: .1rem 0; }
          footer { margin-top: 2rem; padding-bottom: 0; }
          .cards { grid-template-columns: repeat(3, 1fr); } .cards.four { grid-template-columns: repeat(2, 1fr); }
        }

        """
}
