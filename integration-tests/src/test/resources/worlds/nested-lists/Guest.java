package guest;

import guest.test.nested_lists.echo.Echo;
import java.util.ArrayList;
import java.util.List;

public final class Guest implements Echo {
    @Override
    public List<String> texts(List<String> v) {
        return v;
    }

    @Override
    public List<List<short[]>> nested(List<List<short[]>> v) {
        return v;
    }

    @Override
    public boolean[] switches(boolean[] v) {
        return v;
    }

    @Override
    public List<List<String>> turn(List<List<String>> v) {
        List<List<String>> turned = new ArrayList<>();
        for (int i = v.size() - 1; i >= 0; i--) {
            turned.add(v.get(i));
        }
        return turned;
    }
}
