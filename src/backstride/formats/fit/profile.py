"""Names, scales and units of the messages and fields that occur in activity files.

Written for this project from the public description of the protocol; facts only. A field is written
`number name unit scale offset`; what is left out is `-`, 1 and 0. A value is raw / scale - offset.
Messages and fields outside the table are kept as `unknown_<number>`.
"""

from functools import cache
from typing import NamedTuple


class Field(NamedTuple):
    """What a field number means within a message."""

    number: int
    name: str
    unit: str = ""
    scale: float = 1.0
    offset: float = 0.0


@cache
def fields_of(message: int) -> dict[int, Field]:
    """The known fields of a message by number."""
    rows = [row.split() for row in _MESSAGES.get(message, ("", ""))[1].split(";")]
    found = {}
    for words in filter(None, rows):
        number, name, unit, scale, offset = words + ["-", "1", "0"][len(words) - 2 :]
        found[int(number)] = Field(int(number), name, unit.replace("-", ""), float(scale), float(offset))
    for field in _COMMON if message in _MESSAGES else ():
        found.setdefault(field.number, field)
    return found


@cache
def field_named(message: int, name: str) -> Field:
    """A field by its name, `unknown_<number>` included. Raises KeyError when there is no such field."""
    for field in fields_of(message).values():
        if field.name == name:
            return field
    if not (name.startswith("unknown_") and name[8:].isdecimal()):
        raise KeyError(f"{message_name(message)} has no field {name}")
    return Field(int(name[8:]), name)


def message_name(number: int) -> str:
    """The name of a message, `unknown_<number>` outside the table."""
    return _MESSAGES[number][0] if number in _MESSAGES else f"unknown_{number}"


@cache
def message_number(name: str) -> int:
    """The number of a message by its name. Raises KeyError when there is no such message."""
    for number, (title, _) in _MESSAGES.items():
        if title == name:
            return number
    if not (name.startswith("unknown_") and name[8:].isdecimal()):
        raise KeyError(f"no message is called {name}")
    return int(name[8:])


def is_known(message: int) -> bool:
    """Whether a message number is in the table."""
    return message in _MESSAGES


_COMMON = (Field(253, "timestamp", "s"), Field(254, "message_index"), Field(250, "part_index"))

_MESSAGES: dict[int, tuple[str, str]] = {
    0: (
        "file_id",
        """0 type; 1 manufacturer; 2 product; 3 serial_number; 4 time_created s; 5 number; 8 product_name""",
    ),
    1: ("capabilities", "0 languages; 1 sports; 21 workouts_supported; 23 connectivity_supported"),
    2: (
        "device_settings",
        """0 active_time_zone; 1 utc_offset; 2 time_offset s; 4 time_mode; 5 time_zone_offset h 4; 12 backlight_mode;
        36 activity_tracker_enabled; 39 clock_time s; 40 pages_enabled; 46 move_alert_enabled; 47 date_mode;
        55 display_orientation; 56 mounting_side; 57 default_page; 58 autosync_min_steps; 59 autosync_min_time min;
        86 ble_auto_upload_enabled; 90 auto_activity_detect; 94 number_of_screens""",
    ),
    3: (
        "user_profile",
        """0 friendly_name; 1 gender; 2 age years; 3 height m 100; 4 weight kg 10; 5 language; 6 elev_setting;
        7 weight_setting; 8 resting_heart_rate bpm; 9 default_max_running_heart_rate bpm;
        10 default_max_biking_heart_rate bpm; 11 default_max_heart_rate bpm; 12 hr_setting; 13 speed_setting;
        14 dist_setting; 16 power_setting; 17 activity_class; 18 position_setting; 21 temperature_setting; 22 local_id;
        23 global_id; 28 wake_time s; 29 sleep_time s; 30 height_setting; 31 user_running_step_length m 1000;
        32 user_walking_step_length m 1000""",
    ),
    4: ("hrm_profile", "0 enabled; 1 hrm_ant_id; 2 log_hrv; 3 hrm_ant_id_trans_type"),
    5: ("sdm_profile", "0 enabled; 1 sdm_ant_id; 2 sdm_cal_factor % 10; 3 odometer m 100; 4 speed_source"),
    6: (
        "bike_profile",
        """0 name; 1 sport; 2 sub_sport; 3 odometer m 100; 4 bike_spd_ant_id; 5 bike_cad_ant_id; 6 bike_spdcad_ant_id;
        7 bike_power_ant_id; 8 custom_wheelsize m 1000; 9 auto_wheelsize m 1000; 10 bike_weight kg 10;
        11 power_cal_factor % 10; 12 auto_wheel_cal; 13 auto_power_zero; 14 id; 15 spd_enabled; 16 cad_enabled;
        17 spdcad_enabled; 18 power_enabled; 19 crank_length mm 2 -110; 20 enabled""",
    ),
    7: (
        "zones_target",
        """1 max_heart_rate bpm; 2 threshold_heart_rate bpm; 3 functional_threshold_power W; 5 hr_calc_type;
        7 pwr_calc_type""",
    ),
    8: ("hr_zone", "1 high_bpm bpm; 2 name"),
    9: ("power_zone", "1 high_value W; 2 name"),
    10: ("met_zone", "1 high_bpm bpm; 2 calories kcal/min 10; 3 fat_calories kcal/min 10"),
    12: ("sport", "0 sport; 1 sub_sport; 3 name"),
    13: ("training_settings", "31 target_distance m 100; 32 target_speed m/s 1000; 33 target_time s"),
    18: (
        "session",
        """0 event; 1 event_type; 2 start_time s; 3 start_position_lat semicircles; 4 start_position_long semicircles;
        5 sport; 6 sub_sport; 7 total_elapsed_time s 1000; 8 total_timer_time s 1000; 9 total_distance m 100;
        10 total_cycles cycles; 11 total_calories kcal; 13 total_fat_calories kcal; 14 avg_speed m/s 1000;
        15 max_speed m/s 1000; 16 avg_heart_rate bpm; 17 max_heart_rate bpm; 18 avg_cadence 1/min;
        19 max_cadence 1/min; 20 avg_power W; 21 max_power W; 22 total_ascent m; 23 total_descent m;
        24 total_training_effect - 10; 25 first_lap_index; 26 num_laps; 27 event_group; 28 trigger;
        29 nec_lat semicircles; 30 nec_long semicircles; 31 swc_lat semicircles; 32 swc_long semicircles;
        33 num_lengths; 34 normalized_power W; 35 training_stress_score - 10; 36 intensity_factor - 1000;
        37 left_right_balance; 38 end_position_lat semicircles; 39 end_position_long semicircles;
        41 avg_stroke_count - 10; 42 avg_stroke_distance m 100; 43 swim_stroke; 44 pool_length m 100;
        45 threshold_power W; 46 pool_length_unit; 47 num_active_lengths; 48 total_work J; 49 avg_altitude m 5 500;
        50 max_altitude m 5 500; 51 gps_accuracy m; 52 avg_grade % 100; 53 avg_pos_grade % 100;
        54 avg_neg_grade % 100; 55 max_pos_grade % 100; 56 max_neg_grade % 100; 57 avg_temperature degC;
        58 max_temperature degC; 59 total_moving_time s 1000; 60 avg_pos_vertical_speed m/s 1000;
        61 avg_neg_vertical_speed m/s 1000; 62 max_pos_vertical_speed m/s 1000; 63 max_neg_vertical_speed m/s 1000;
        64 min_heart_rate bpm; 65 time_in_hr_zone s 1000; 66 time_in_speed_zone s 1000;
        67 time_in_cadence_zone s 1000; 68 time_in_power_zone s 1000; 69 avg_lap_time s 1000; 70 best_lap_index;
        71 min_altitude m 5 500; 82 player_score; 83 opponent_score; 84 opponent_name; 85 stroke_count; 86 zone_count;
        87 max_ball_speed m/s 100; 88 avg_ball_speed m/s 100; 89 avg_vertical_oscillation mm 10;
        90 avg_stance_time_percent % 100; 91 avg_stance_time ms 10; 92 avg_fractional_cadence 1/min 128;
        93 max_fractional_cadence 1/min 128; 94 total_fractional_cycles cycles 128;
        95 avg_total_hemoglobin_conc g/dL 100; 98 avg_saturated_hemoglobin_percent % 10;
        101 avg_left_torque_effectiveness % 2; 102 avg_right_torque_effectiveness % 2;
        103 avg_left_pedal_smoothness % 2; 104 avg_right_pedal_smoothness % 2; 105 avg_combined_pedal_smoothness % 2;
        110 sport_profile_name; 111 sport_index; 112 time_standing s 1000; 113 stand_count; 114 avg_left_pco mm;
        115 avg_right_pco mm; 116 avg_left_power_phase deg 0.7111111; 117 avg_left_power_phase_peak deg 0.7111111;
        118 avg_right_power_phase deg 0.7111111; 119 avg_right_power_phase_peak deg 0.7111111;
        120 avg_power_position W; 121 max_power_position W; 122 avg_cadence_position 1/min;
        123 max_cadence_position 1/min; 124 enhanced_avg_speed m/s 1000; 125 enhanced_max_speed m/s 1000;
        126 enhanced_avg_altitude m 5 500; 127 enhanced_min_altitude m 5 500; 128 enhanced_max_altitude m 5 500;
        129 avg_lev_motor_power W; 130 max_lev_motor_power W; 131 lev_battery_consumption % 2;
        132 avg_vertical_ratio % 100; 133 avg_stance_time_balance % 100; 134 avg_step_length mm 10;
        137 total_anaerobic_training_effect - 10; 139 avg_vam m/s 1000; 168 training_load_peak - 65536;
        169 enhanced_avg_respiration_rate 1/min 100; 170 enhanced_max_respiration_rate 1/min 100;
        180 enhanced_min_respiration_rate 1/min 100; 181 total_grit kGrit; 182 total_flow Flow; 183 jump_count;
        192 workout_feel; 193 workout_rpe; 194 avg_spo2 %; 195 avg_stress %;
        199 total_fractional_ascent m 100; 200 total_fractional_descent m 100; 208 avg_core_temperature degC 100;
        209 min_core_temperature degC 100; 210 max_core_temperature degC 100""",
    ),
    19: (
        "lap",
        """0 event; 1 event_type; 2 start_time s; 3 start_position_lat semicircles; 4 start_position_long semicircles;
        5 end_position_lat semicircles; 6 end_position_long semicircles; 7 total_elapsed_time s 1000;
        8 total_timer_time s 1000; 9 total_distance m 100; 10 total_cycles cycles; 11 total_calories kcal;
        12 total_fat_calories kcal; 13 avg_speed m/s 1000; 14 max_speed m/s 1000; 15 avg_heart_rate bpm;
        16 max_heart_rate bpm; 17 avg_cadence 1/min; 18 max_cadence 1/min; 19 avg_power W; 20 max_power W;
        21 total_ascent m; 22 total_descent m; 23 intensity; 24 lap_trigger; 25 sport; 26 event_group; 32 num_lengths;
        33 normalized_power W; 34 left_right_balance; 35 first_length_index; 37 avg_stroke_distance m 100;
        38 swim_stroke; 39 sub_sport; 40 num_active_lengths; 41 total_work J; 42 avg_altitude m 5 500;
        43 max_altitude m 5 500; 44 gps_accuracy m; 45 avg_grade % 100; 46 avg_pos_grade % 100;
        47 avg_neg_grade % 100; 48 max_pos_grade % 100; 49 max_neg_grade % 100; 50 avg_temperature degC;
        51 max_temperature degC; 52 total_moving_time s 1000; 53 avg_pos_vertical_speed m/s 1000;
        54 avg_neg_vertical_speed m/s 1000; 55 max_pos_vertical_speed m/s 1000; 56 max_neg_vertical_speed m/s 1000;
        57 time_in_hr_zone s 1000; 58 time_in_speed_zone s 1000; 59 time_in_cadence_zone s 1000;
        60 time_in_power_zone s 1000; 61 repetition_num; 62 min_altitude m 5 500; 63 min_heart_rate bpm;
        71 wkt_step_index; 74 opponent_score; 75 stroke_count; 76 zone_count; 77 avg_vertical_oscillation mm 10;
        78 avg_stance_time_percent % 100; 79 avg_stance_time ms 10; 80 avg_fractional_cadence 1/min 128;
        81 max_fractional_cadence 1/min 128; 82 total_fractional_cycles cycles 128; 83 player_score;
        91 avg_left_torque_effectiveness % 2; 92 avg_right_torque_effectiveness % 2;
        93 avg_left_pedal_smoothness % 2; 94 avg_right_pedal_smoothness % 2; 95 avg_combined_pedal_smoothness % 2;
        98 time_standing s 1000; 99 stand_count; 100 avg_left_pco mm; 101 avg_right_pco mm;
        102 avg_left_power_phase deg 0.7111111; 103 avg_left_power_phase_peak deg 0.7111111;
        104 avg_right_power_phase deg 0.7111111; 105 avg_right_power_phase_peak deg 0.7111111;
        106 avg_power_position W; 107 max_power_position W; 108 avg_cadence_position 1/min;
        109 max_cadence_position 1/min; 110 enhanced_avg_speed m/s 1000; 111 enhanced_max_speed m/s 1000;
        112 enhanced_avg_altitude m 5 500; 113 enhanced_min_altitude m 5 500; 114 enhanced_max_altitude m 5 500;
        115 avg_lev_motor_power W; 116 max_lev_motor_power W; 117 lev_battery_consumption % 2;
        118 avg_vertical_ratio % 100; 119 avg_stance_time_balance % 100; 120 avg_step_length mm 10;
        121 avg_vam m/s 1000; 136 enhanced_avg_respiration_rate 1/min 100; 137 enhanced_max_respiration_rate 1/min 100;
        149 total_grit kGrit; 150 total_flow Flow; 151 jump_count; 156 total_fractional_ascent m 100;
        157 total_fractional_descent m 100; 158 avg_core_temperature degC 100; 159 min_core_temperature degC 100;
        160 max_core_temperature degC 100""",
    ),
    20: (
        "record",
        """0 position_lat semicircles; 1 position_long semicircles; 2 altitude m 5 500; 3 heart_rate bpm;
        4 cadence 1/min; 5 distance m 100; 6 speed m/s 1000; 7 power W; 8 compressed_speed_distance; 9 grade % 100;
        10 resistance; 11 time_from_course s 1000; 12 cycle_length m 100; 13 temperature degC; 17 speed_1s m/s 16;
        18 cycles cycles; 19 total_cycles cycles; 28 compressed_accumulated_power W;
        29 accumulated_power W; 30 left_right_balance;
        31 gps_accuracy m; 32 vertical_speed m/s 1000; 33 calories kcal; 39 vertical_oscillation mm 10;
        40 stance_time_percent % 100; 41 stance_time ms 10; 42 activity_type; 43 left_torque_effectiveness % 2;
        44 right_torque_effectiveness % 2; 45 left_pedal_smoothness % 2; 46 right_pedal_smoothness % 2;
        47 combined_pedal_smoothness % 2; 48 time128 s 128; 49 stroke_type; 50 zone; 51 ball_speed m/s 100;
        52 cadence256 1/min 256; 53 fractional_cadence 1/min 128; 54 total_hemoglobin_conc g/dL 100;
        55 total_hemoglobin_conc_min g/dL 100; 56 total_hemoglobin_conc_max g/dL 100;
        57 saturated_hemoglobin_percent % 10; 58 saturated_hemoglobin_percent_min % 10;
        59 saturated_hemoglobin_percent_max % 10; 62 device_index; 67 left_pco mm; 68 right_pco mm;
        69 left_power_phase deg 0.7111111; 70 left_power_phase_peak deg 0.7111111;
        71 right_power_phase deg 0.7111111; 72 right_power_phase_peak deg 0.7111111; 73 enhanced_speed m/s 1000;
        78 enhanced_altitude m 5 500; 81 battery_soc % 2; 82 motor_power W; 83 vertical_ratio % 100;
        84 stance_time_balance % 100; 85 step_length mm 10; 87 cycle_length16 m 100; 91 absolute_pressure Pa;
        92 depth m 1000; 93 next_stop_depth m 1000; 94 next_stop_time s; 95 time_to_surface s; 96 ndl_time s;
        97 cns_load %; 98 n2_load %; 99 respiration_rate 1/min; 108 enhanced_respiration_rate 1/min 100; 114 grit;
        115 flow; 116 current_stress - 100; 117 ebike_travel_range km; 118 ebike_battery_level %;
        119 ebike_assist_mode; 120 ebike_assist_level_percent %; 123 air_time_remaining s; 124 pressure_sac bar/min 100;
        125 volume_sac L/min 100; 126 rmv L/min 100; 127 ascent_rate m/s 1000; 129 po2 % 100;
        139 core_temperature degC 100""",
    ),
    21: (
        "event",
        """0 event; 1 event_type; 2 data16; 3 data; 4 event_group; 7 score; 8 opponent_score; 9 front_gear_num;
        10 front_gear; 11 rear_gear_num; 12 rear_gear; 13 device_index; 14 activity_type; 15 start_timestamp s;
        21 radar_threat_level_max; 22 radar_threat_count""",
    ),
    23: (
        "device_info",
        """0 device_index; 1 device_type; 2 manufacturer; 3 serial_number; 4 product; 5 software_version - 100;
        6 hardware_version; 7 cum_operating_time s; 10 battery_voltage V 256; 11 battery_status; 18 sensor_position;
        19 descriptor; 20 ant_transmission_type; 21 ant_device_number; 22 ant_network; 25 source_type;
        27 product_name; 32 battery_level %""",
    ),
    26: (
        "workout",
        """4 sport; 5 capabilities; 6 num_valid_steps; 8 wkt_name; 11 sub_sport; 14 pool_length m 100;
        15 pool_length_unit; 17 wkt_description""",
    ),
    27: (
        "workout_step",
        """0 wkt_step_name; 1 duration_type; 2 duration_value; 3 target_type; 4 target_value;
        5 custom_target_value_low; 6 custom_target_value_high; 7 intensity; 8 notes; 9 equipment;
        10 exercise_category; 11 exercise_name; 12 exercise_weight kg 100; 13 weight_display_unit;
        19 secondary_target_type; 20 secondary_target_value; 21 secondary_custom_target_value_low;
        22 secondary_custom_target_value_high""",
    ),
    31: ("course", "4 sport; 5 name; 6 capabilities; 7 sub_sport"),
    32: (
        "course_point",
        """1 timestamp s; 2 position_lat semicircles; 3 position_long semicircles; 4 distance m 100; 5 type; 6 name;
        8 favorite""",
    ),
    33: (
        "totals",
        "0 timer_time s; 1 distance m; 2 calories kcal; 3 sport; 4 elapsed_time s; 5 sessions; 6 active_time s",
    ),
    34: (
        "activity",
        """0 total_timer_time s 1000; 1 num_sessions; 2 type; 3 event; 4 event_type; 5 local_timestamp s;
        6 event_group""",
    ),
    35: ("software", "3 version - 100; 5 part_number"),
    37: ("file_capabilities", "0 type; 1 flags; 2 directory; 3 max_count; 4 max_size bytes"),
    38: ("mesg_capabilities", "0 file; 1 mesg_num; 2 count_type; 3 count"),
    39: ("field_capabilities", "0 file; 1 mesg_num; 2 field_num; 3 count"),
    49: ("file_creator", "0 software_version; 1 hardware_version"),
    53: ("speed_zone", "0 high_value m/s 1000; 1 name"),
    55: (
        "monitoring",
        """0 device_index; 1 calories kcal; 2 distance m 100; 3 cycles cycles 2; 4 active_time s 1000; 5 activity_type;
        6 activity_subtype; 7 activity_level; 8 distance_16; 9 cycles_16; 10 active_time_16 s; 11 local_timestamp s;
        12 temperature degC 100; 14 temperature_min degC 100; 15 temperature_max degC 100; 16 activity_time min;
        19 active_calories kcal; 24 current_activity_type_intensity; 25 timestamp_min_8 min; 26 timestamp_16 s;
        27 heart_rate bpm; 28 intensity - 10; 29 duration_min min; 30 duration s; 31 ascent m 1000;
        32 descent m 1000; 33 moderate_activity_minutes min; 34 vigorous_activity_minutes min""",
    ),
    78: ("hrv", "0 time s 1000"),
    80: ("ant_rx", "0 fractional_timestamp s 32768; 1 mesg_id; 2 mesg_data; 3 channel_number; 4 data"),
    81: ("ant_tx", "0 fractional_timestamp s 32768; 1 mesg_id; 2 mesg_data; 3 channel_number; 4 data"),
    101: (
        "length",
        """0 event; 1 event_type; 2 start_time s; 3 total_elapsed_time s 1000; 4 total_timer_time s 1000;
        5 total_strokes; 6 avg_speed m/s 1000; 7 swim_stroke; 9 avg_swimming_cadence 1/min; 10 event_group;
        11 total_calories kcal; 12 length_type; 18 player_score; 19 opponent_score; 20 stroke_count; 21 zone_count;
        22 enhanced_avg_respiration_rate 1/min 100; 23 enhanced_max_respiration_rate 1/min 100;
        24 avg_respiration_rate 1/min; 25 max_respiration_rate 1/min""",
    ),
    103: (
        "monitoring_info",
        """0 local_timestamp s; 1 activity_type; 3 cycles_to_distance m/cycle 5000;
        4 cycles_to_calories kcal/cycle 5000; 5 resting_metabolic_rate kcal/day""",
    ),
    106: ("slave_device", "0 manufacturer; 1 product"),
    127: (
        "connectivity",
        "0 bluetooth_enabled; 1 bluetooth_le_enabled; 2 ant_enabled; 3 name; 4 live_tracking_enabled",
    ),
    131: ("cadence_zone", "0 high_value 1/min; 1 name"),
    132: (
        "hr",
        """0 fractional_timestamp s 32768; 1 time256 s 256; 6 filtered_bpm bpm; 9 event_timestamp s 1024;
        10 event_timestamp_12""",
    ),
    142: (
        "segment_lap",
        """0 event; 1 event_type; 2 start_time s; 3 start_position_lat semicircles; 4 start_position_long semicircles;
        5 end_position_lat semicircles; 6 end_position_long semicircles; 7 total_elapsed_time s 1000;
        8 total_timer_time s 1000; 9 total_distance m 100; 29 name""",
    ),
    158: ("workout_session", "0 sport; 1 sub_sport; 2 num_valid_steps; 3 first_step_index; 4 pool_length m 100"),
    160: (
        "gps_metadata",
        """0 timestamp_ms ms; 1 position_lat semicircles; 2 position_long semicircles; 3 enhanced_altitude m 5 500;
        4 enhanced_speed m/s 1000; 5 heading deg 100; 6 utc_timestamp s; 7 velocity m/s 100""",
    ),
    161: ("camera_event", "0 timestamp_ms ms; 1 camera_event_type; 2 camera_file_uuid; 3 camera_orientation"),
    162: (
        "timestamp_correlation",
        """0 fractional_timestamp s 32768; 1 system_timestamp s; 2 fractional_system_timestamp s 32768;
        3 local_timestamp s; 4 timestamp_ms ms; 5 system_timestamp_ms ms""",
    ),
    164: (
        "gyroscope_data",
        """0 timestamp_ms ms; 1 sample_time_offset ms; 2 gyro_x; 3 gyro_y; 4 gyro_z; 5 calibrated_gyro_x deg/s;
        6 calibrated_gyro_y deg/s; 7 calibrated_gyro_z deg/s""",
    ),
    165: (
        "accelerometer_data",
        """0 timestamp_ms ms; 1 sample_time_offset ms; 2 accel_x; 3 accel_y; 4 accel_z; 5 calibrated_accel_x g;
        6 calibrated_accel_y g; 7 calibrated_accel_z g; 8 compressed_calibrated_accel_x mG;
        9 compressed_calibrated_accel_y mG; 10 compressed_calibrated_accel_z mG""",
    ),
    167: (
        "three_d_sensor_calibration",
        """0 sensor_type; 1 calibration_factor; 2 calibration_divisor; 3 level_shift; 4 offset_cal;
        5 orientation_matrix - 65535""",
    ),
    206: (
        "field_description",
        """0 developer_data_index; 1 field_definition_number; 2 fit_base_type_id; 3 field_name; 4 array; 5 components;
        6 scale; 7 offset; 8 units; 9 bits; 10 accumulate; 13 fit_base_unit_id; 14 native_mesg_num;
        15 native_field_num""",
    ),
    207: (
        "developer_data_id",
        "0 developer_id; 1 application_id; 2 manufacturer_id; 3 developer_data_index; 4 application_version",
    ),
    208: (
        "magnetometer_data",
        """0 timestamp_ms ms; 1 sample_time_offset ms; 2 mag_x; 3 mag_y; 4 mag_z; 5 calibrated_mag_x G;
        6 calibrated_mag_y G; 7 calibrated_mag_z G""",
    ),
    209: ("barometer_data", "0 timestamp_ms ms; 1 sample_time_offset ms; 2 baro_pres Pa"),
    210: (
        "one_d_sensor_calibration",
        "0 sensor_type; 1 calibration_factor; 2 calibration_divisor; 3 level_shift; 4 offset_cal",
    ),
    216: (
        "time_in_zone",
        """0 reference_mesg; 1 reference_index; 2 time_in_hr_zone s 1000; 3 time_in_speed_zone s 1000;
        4 time_in_cadence_zone s 1000; 5 time_in_power_zone s 1000; 6 hr_zone_high_boundary bpm;
        7 speed_zone_high_boundary m/s 1000; 8 cadence_zone_high_bondary 1/min; 9 power_zone_high_boundary W;
        10 hr_calc_type; 11 max_heart_rate bpm; 12 resting_heart_rate bpm; 13 threshold_heart_rate bpm;
        14 pwr_calc_type; 15 functional_threshold_power W""",
    ),
    225: (
        "set",
        """0 duration s 1000; 3 repetitions; 4 weight kg 16; 5 set_type; 6 start_time s; 7 category;
        8 category_subtype; 9 weight_display_unit; 10 message_index; 11 wkt_step_index; 254 timestamp s""",
    ),
    227: ("stress_level", "0 stress_level_value; 1 stress_level_time s"),
    264: ("exercise_title", "0 exercise_category; 1 exercise_name; 2 wkt_step_name"),
    285: (
        "jump",
        """0 distance m; 1 height m; 2 rotations; 3 hang_time s; 4 score; 5 position_lat semicircles;
        6 position_long semicircles; 7 speed m/s 1000; 8 enhanced_speed m/s 1000""",
    ),
    290: ("beat_intervals", "0 timestamp_ms ms; 1 time ms"),
    297: ("respiration_rate", "0 respiration_rate 1/min 100"),
    312: (
        "split",
        "0 split_type; 1 total_elapsed_time s 1000; 2 total_timer_time s 1000; 3 total_distance m 100; 9 start_time s",
    ),
    313: ("split_summary", "0 split_type; 3 num_splits; 4 total_timer_time s 1000; 5 total_distance m 100"),
    319: ("tank_update", "0 sensor; 1 pressure bar 100"),
    323: ("tank_summary", "0 sensor; 1 start_pressure bar 100; 2 end_pressure bar 100; 3 volume_used L 100"),
}
