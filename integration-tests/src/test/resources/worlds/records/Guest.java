package guest;

import guest.test.records.echo.Echo;
import guest.test.records.echo.Person;
import java.util.List;

public final class Guest implements Echo {
    @Override
    public Person mix(Person v) {
        return v;
    }

    @Override
    public Person grow(Person v, short by) {
        return new Person(v.name(), (short) (v.age() + by), v.alive(), v.at(), v.tags(), v.best());
    }

    @Override
    public List<Person> all(List<Person> v) {
        return v;
    }
}
