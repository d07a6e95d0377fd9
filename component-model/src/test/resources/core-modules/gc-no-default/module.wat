(module
  (type $s (struct (field (ref any))))
  (func (result (ref $s)) (struct.new_default $s)))
