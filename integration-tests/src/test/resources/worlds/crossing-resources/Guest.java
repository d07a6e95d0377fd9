package guest;

import guest.test.crossing_resources.shelves.RenamedException;
import guest.test.crossing_resources.shelves.Shelf;
import guest.test.crossing_resources.shelves.Shelves;
import guest.test.crossing_resources.work.RenameException;
import guest.test.crossing_resources.work.Work;
import java.util.ArrayList;
import java.util.List;

/** Has shelves made by another component, hands them back to it, and drops them. */
public final class Guest implements Work {

    private final List<Shelf> kept = new ArrayList<>();

    @Override
    public List<String> sort(List<String> words) {
        try (Shelf low = Shelves.newShelf("low");
                Shelf high = Shelves.newShelf("high")) {
            for (String word : words) {
                (word.compareTo("m") < 0 ? low : high).put(word);
            }
            List<String> sorted = new ArrayList<>();
            sorted.add(Shelves.fullest(List.of(low, high)).map(i -> Shelves.nameOf(i == 0 ? low : high)).orElse("none"));
            // Both shelves are given away: closing them here says nothing more.
            try (Shelf all = Shelves.shelfMerge(low, high)) {
                sorted.addAll(all.items());
            }
            return sorted;
        }
    }

    @Override
    public int keep(String word) {
        Shelf shelf = Shelves.newShelf(word);
        kept.add(shelf);
        return shelf.put(word);
    }

    @Override
    public int dropKept() {
        int held = Shelves.held();
        kept.forEach(Shelf::close);
        kept.clear();
        return held - Shelves.held();
    }

    @Override
    public String rename(String from, String to) throws RenameException {
        try (Shelf renamed = Shelves.renamed(Shelves.newShelf(from), to)) {
            return Shelves.nameOf(renamed);
        } catch (RenamedException refused) {
            throw new RenameException(refused.error());
        }
    }
}
