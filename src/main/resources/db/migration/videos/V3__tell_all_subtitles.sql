-- What staff added or deleted since a film was made ready was not told.
update videos.films f set media = jsonb_set(f.media, '{subtitles}', coalesce(
    (select jsonb_agg(s.language order by s.language) from videos.subtitles s where s.video_id = f.id), '[]'))
    where f.media is not null;
