package guest;

import guest.test.maps.echo.Echo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Guest implements Echo {
    @Override
    public Map<String, Long> counts(Map<String, Long> v) {
        return v;
    }

    @Override
    public Map<Short, Map<Integer, List<String>>> nested(Map<Short, Map<Integer, List<String>>> v) {
        return v;
    }

    @Override
    public Map<String, String> invert(Map<String, String> v) {
        Map<String, String> inverted = new LinkedHashMap<>();
        v.forEach((key, value) -> inverted.put(value, key));
        return inverted;
    }
}
