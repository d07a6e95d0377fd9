package maker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import maker.test.crossing_resources.shelves.RenamedException;
import maker.test.crossing_resources.shelves.Shelf;
import maker.test.crossing_resources.shelves.Shelves;

public final class Maker implements Shelves {

    private static int held;

    @Override
    public Shelf newShelf(String name) {
        return new Wooden(name);
    }

    @Override
    public Shelf shelfMerge(Shelf a, Shelf b) {
        try (a;
                b) {
            Wooden all = new Wooden(((Wooden) a).name + "+" + ((Wooden) b).name);
            all.items.addAll(a.items());
            all.items.addAll(b.items());
            return all;
        }
    }

    @Override
    public Optional<Integer> fullest(List<Shelf> shelves) {
        Optional<Integer> fullest = Optional.empty();
        for (int i = 0; i < shelves.size(); i++) {
            int size = shelves.get(i).items().size();
            if (size > 0 && (fullest.isEmpty() || size > shelves.get(fullest.get()).items().size())) {
                fullest = Optional.of(i);
            }
        }
        return fullest;
    }

    @Override
    public String nameOf(Shelf shelf) {
        return ((Wooden) shelf).name;
    }

    @Override
    public Shelf renamed(Shelf shelf, String name) throws RenamedException {
        if (name.isEmpty()) {
            shelf.close();
            throw new RenamedException("a shelf needs a name");
        }
        ((Wooden) shelf).name = name;
        return shelf;
    }

    @Override
    public int held() {
        return held;
    }

    private static final class Wooden implements Shelf {

        private final List<String> items = new ArrayList<>();
        private String name;

        Wooden(String name) {
            this.name = name;
            held++;
        }

        @Override
        public int put(String item) {
            items.add(item);
            return items.size();
        }

        @Override
        public List<String> items() {
            return items;
        }

        @Override
        public void close() {
            held--;
        }
    }
}
