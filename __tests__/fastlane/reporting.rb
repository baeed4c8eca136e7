# frozen_string_literal: true

# Google's own client of the Reporting API: reads freshness and all pages of a query, and prints what it has understood.
require "json"
require "google/apis/playdeveloperreporting_v1beta1"

api = Google::Apis::PlaydeveloperreportingV1beta1
service = api::PlaydeveloperreportingService.new
service.root_url = ENV.fetch("ROOT_URL")
service.authorization = ENV.fetch("TOKEN")

set = "apps/#{ENV.fetch('PACKAGE')}/crashRateMetricSet"
answers = [service.get_vital_crashrate(set)]
freshness = answers[0].freshness_info.freshnesses.find { |one| one.aggregation_period == "HOURLY" }
query = api::GooglePlayDeveloperReportingV1beta1QueryCrashRateMetricSetRequest.new(
  timeline_spec: api::GooglePlayDeveloperReportingV1beta1TimelineSpec.new(
    aggregation_period: "HOURLY",
    start_time: api::GoogleTypeDateTime.new(year: 2026, month: 11, day: 24, hours: 0, time_zone: freshness.latest_end_time.time_zone),
    end_time: freshness.latest_end_time
  ),
  dimensions: ["versionCode", "deviceType"],
  metrics: ["crashRate", "userPerceivedCrashRate", "distinctUsers"],
  filter: "versionCode = 42 AND deviceType = PHONE",
  page_size: 2
)
loop do
  answers << service.query_vital_crashrate(set, query)
  break if answers.last.next_page_token.nil?

  query.page_token = answers.last.next_page_token
end
answers << service.fetch_app_release_filter_options("apps/#{ENV.fetch('PACKAGE')}")

refusal =
  begin
    query.timeline_spec.end_time = freshness.latest_end_time.dup.tap { |time| time.hours += 1 }
    query.page_token = nil
    service.query_vital_crashrate(set, query)
    nil
  rescue Google::Apis::ClientError => e
    e.status_code
  end

puts JSON.generate(answers: answers.map { |answer| JSON.parse(answer.to_json) }, refusal: refusal)
