"""Energy, heart, load, joints and muscles: functions of numbers, each result with its spread and grade."""
