package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The assets of a ledger by code, with those that a book adds: they get the numbers that follow. */
final class AssetTable {

    private final Map<String, Asset> byCode = new HashMap<>();
    private final List<BookAsset> added = new ArrayList<>();

    /**
     * Puts a book's assets beside a ledger's.
     *
     * @throws DiagnosticException if the ledger holds one of them with another scale than the book insists on
     */
    AssetTable(List<Asset> held, Book book) {
        held.forEach(asset -> byCode.put(asset.code(), asset));
        int last = held.stream().mapToInt(Asset::ledger).max().orElse(0);
        var diagnostics = new ArrayList<Diagnostic>();
        for (BookAsset asset : book.assets()) {
            Asset known = byCode.get(asset.code());
            if (known == null) {
                byCode.put(asset.code(), new Asset(++last, (byte) asset.scale(), asset.code()));
                added.add(asset);
            } else if (asset.fixed() && known.scale() != asset.scale()) {
                diagnostics.add(Diagnostic.error(
                        "BOOK0001",
                        "the ledger holds %s with %d decimals, not %d"
                                .formatted(asset.code(), known.scale(), asset.scale()),
                        asset.place()));
            }
        }
        book.transactions()
                .forEach(transaction -> transaction.postings().forEach(posting -> {
                    if (!isHeld(posting)) {
                        diagnostics.add(Diagnostic.error(
                                "BOOK0002",
                                "the ledger holds %s with %d decimals, and no more than 128 bits of them: it cannot hold %s"
                                        .formatted(
                                                posting.account().asset(),
                                                asset(posting.account().asset()).scale(),
                                                posting.amount().toPlainString()),
                                posting.place()));
                    }
                }));
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(diagnostics);
        }
    }

    /** The assets that the ledger does not hold yet. */
    List<BookAsset> added() {
        return added;
    }

    Asset asset(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    int number(String code) {
        return asset(code).ledger();
    }

    /** The posting's amount with its sign. */
    BigInteger minorUnits(BookPosting posting) {
        int scale = asset(posting.account().asset()).scale();
        RoundingMode rounding = posting.workedOut() ? RoundingMode.HALF_EVEN : RoundingMode.UNNECESSARY;
        return posting.amount().setScale(scale, rounding).unscaledValue();
    }

    private boolean isHeld(BookPosting posting) {
        int scale = asset(posting.account().asset()).scale();
        BigDecimal plain = posting.amount().stripTrailingZeros();
        return (posting.workedOut() || plain.scale() <= scale)
                && MinorUnits.fits(minorUnits(posting).abs());
    }
}
