package guest;

import guest.test.exported_resource.counters.Counter;
import guest.test.exported_resource.counters.CounterRenameException;
import guest.test.exported_resource.counters.Counters;
import guest.test.exported_resource.counters.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class Guest implements Counters {

    private static int alive;

    private static final class Number implements Counter {

        private int value;
        private String name = "unnamed";

        Number(int value) {
            this.value = value;
            alive++;
        }

        @Override
        public int add(int by) {
            value += by;
            return value;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void rename(String to) throws CounterRenameException {
            if (to.isEmpty()) {
                throw new CounterRenameException("no name");
            }
            name = to;
        }

        @Override
        public void close() {
            alive--;
        }
    }

    @Override
    public Counter newCounter(int start) {
        return new Number(start);
    }

    @Override
    public int counterLarger(Counter a, Counter b) {
        return Math.max(a.add(0), b.add(0));
    }

    @Override
    public Counter counterJoin(Counter a, Counter b) {
        Counter joined = new Number(a.add(0) + b.add(0));
        a.close();
        b.close();
        return joined;
    }

    @Override
    public int alive() {
        return alive;
    }

    @Override
    public Labelled wrap(Counter counter) {
        return new Labelled("label of " + counter.name(), counter);
    }

    @Override
    public int[] sums(List<Counter> counters) {
        int[] sums = new int[counters.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counters.get(i).add(0);
        }
        return sums;
    }

    @Override
    public Optional<Counter> maybe(Optional<Counter> counter) {
        return counter;
    }

    @Override
    public List<Counter> several(int count) {
        List<Counter> several = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            several.add(new Number(i));
        }
        return several;
    }
}
