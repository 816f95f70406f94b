"""Energy, joints, heart and the bounce of running against published values."""
